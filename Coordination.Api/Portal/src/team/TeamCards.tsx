import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import type { Member, RelativeEntry, Service } from './teamViews';

/** What may be opened from a card. */
export type Asked =
  | { kind: 'change' | 'replace' | 'end'; member: Member }
  | { kind: 'name' | 'endStructure'; service: Service }
  | { kind: 'unname'; service: Service; member: Member }
  | { kind: 'relative' | 'removeRelative'; relative: RelativeEntry };

interface Acting {
  /** Absent where nothing may be changed. */
  ask?: ((asked: Asked) => void) | undefined;
}

const Phone = ({ name, phone }: { name: string; phone?: string | null | undefined }) =>
  phone ? (
    <p>
      <a href={`tel:${phone.replaceAll(' ', '')}`} aria-label={labels.call(name)}>
        {phone}
      </a>
    </p>
  ) : null;

const Period = ({ since, until }: { since: string; until?: string | null | undefined }) => (
  <>
    {new Date(since) > new Date() ? labels.from(formatDay(since)) : labels.sinceOn(formatDay(since))}
    {until && `, ${labels.untilOn(formatDay(until))}`}
  </>
);

const Actions = ({ children }: { children: ReactNode }) => <div className="record-actions">{children}</div>;

export function MemberCard({ member, ask }: Acting & { member: Member }) {
  const { professional } = member;
  const name = professional.displayName;
  return (
    <li className="team-card">
      <p>
        <strong>{name}</strong> – {labels.roles[member.role]}
      </p>
      <p>{[professional.function, professional.organization].filter(Boolean).join(' · ')}</p>
      {member.replaces && <p>{labels.replaces(member.replaces.displayName)}</p>}
      <Phone name={name} phone={professional.phone} />
      <p className="muted">
        {member.basisLabel}, <Period since={member.since} until={member.until} />
      </p>
      {ask && (
        <Actions>
          <Button kind="quiet" label={labels.changeTitle(name)} onPress={() => ask({ kind: 'change', member })}>
            {labels.change}
          </Button>
          {member.inForce && (
            <Button kind="quiet" label={labels.replaceTitle(name)} onPress={() => ask({ kind: 'replace', member })}>
              {labels.replaceShort}
            </Button>
          )}
          <Button kind="quiet" label={labels.endTitle(name)} onPress={() => ask({ kind: 'end', member })}>
            {labels.end}
          </Button>
        </Actions>
      )}
    </li>
  );
}

export function StructureCard({
  service,
  ask,
  ends,
}: Acting & {
  service: Service;
  /** May end its membership; a professional of the structure only says who works within it. */
  ends: boolean;
}) {
  const named = service.named.filter(({ inForce }) => inForce);
  return (
    <li className="team-card">
      <p>
        <strong>{service.name}</strong> – {labels.roles[service.role]}
      </p>
      <p className="muted">
        {service.basisLabel}, <Period since={service.since} until={service.until} />
      </p>
      {named.length === 0 ? <p>{labels.namedNone}</p> : <p>{labels.named} :</p>}
      <ul className="team-named">
        {named.map((member) => (
          <li key={member.professional.id}>
            {member.professional.displayName}, {member.professional.function}{' '}
            {ask && (
              <Button
                kind="quiet"
                label={labels.unnameTitle(member.professional.displayName)}
                onPress={() => ask({ kind: 'unname', service, member })}
              >
                {labels.unname}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ask && (
        <Actions>
          <Button kind="quiet" label={labels.nameTitle(service.name)} onPress={() => ask({ kind: 'name', service })}>
            {labels.name}
          </Button>
          {ends && (
            <Button
              kind="quiet"
              label={labels.endTitle(service.name)}
              onPress={() => ask({ kind: 'endStructure', service })}
            >
              {labels.end}
            </Button>
          )}
        </Actions>
      )}
    </li>
  );
}

export function RelativeCard({ relative, ask }: Acting & { relative: RelativeEntry }) {
  return (
    <li className="team-card">
      <p>
        <strong>{relative.name}</strong> – {labels.ties[relative.tie]}
      </p>
      <p>{labels.relativeRoles[relative.role]}</p>
      <Phone name={relative.name} phone={relative.phone} />
      {relative.days.length > 0 && <p>{labels.presentOn(relative.days.map((day) => labels.days[day]).join(', '))}</p>}
      <p className="muted">
        <Period since={relative.since} until={relative.until} />
      </p>
      {ask && (
        <Actions>
          <Button
            kind="quiet"
            label={`${labels.change} : ${relative.name}`}
            onPress={() => ask({ kind: 'relative', relative })}
          >
            {labels.change}
          </Button>
          <Button
            kind="quiet"
            label={labels.removeTitle(relative.name)}
            onPress={() => ask({ kind: 'removeRelative', relative })}
          >
            {labels.remove}
          </Button>
        </Actions>
      )}
    </li>
  );
}
