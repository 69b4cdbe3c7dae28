import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CareNeed, DateReliability, DischargeDestination } from '../gql/graphql';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatFull, formatRemaining } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { labels } from './labels.fr';
import { useRoute } from './useRoute';

/** The head of a receipt: the way back, what it is, what can be done. */
export function FollowUpHead({ title, children }: { title: string; children?: ReactNode }) {
  const navigate = useNavigate();
  return (
    <header className="page-head follow-head">
      <Button kind="quiet" onPress={() => void navigate('/sorties')}>
        <Icon name="back" /> {labels.back}
      </Button>
      <h1>{title}</h1>
      <div className="follow-actions">
        {children}
        <Button kind="quiet" onPress={() => window.print()}>
          <Icon name="print" /> {labels.print}
        </Button>
      </div>
    </header>
  );
}

interface Announced {
  expectedAt?: string | null | undefined;
  reliability?: DateReliability | null | undefined;
  over: boolean;
  destination?: DischargeDestination | null | undefined;
  needs?: readonly CareNeed[] | null | undefined;
  serviceContact?: string | null | undefined;
  relative?: string | null | undefined;
  admittedAt?: string | null | undefined;
  commune?: { insee?: string; name: string } | undefined;
}

/** What was announced, and who was told. */
export function AnnouncedFacts(facts: Announced) {
  const { expectedAt, reliability, over, destination, needs, serviceContact, relative, admittedAt, commune } = facts;
  const { route } = useRoute({ insee: commune?.insee, name: commune?.name });
  const lines: [string, ReactNode][] = [
    [
      labels.expected,
      expectedAt ? (
        <>
          <strong>{formatFull(expectedAt)}</strong>
          {!over && `, ${formatRemaining(expectedAt, new Date())}`}
          {reliability && <small>{careLabels.reliability[reliability]}</small>}
        </>
      ) : (
        labels.unknown
      ),
    ],
    [labels.destination, destination ? careLabels.destinations[destination] : labels.unknown],
    [
      labels.needs,
      !needs ? labels.needsUnknown : needs.map((need) => careLabels.needs[need]).join(', ') || labels.needsNone,
    ],
    [labels.serviceContact, serviceContact || labels.notSaid],
    [labels.relative, relative || labels.notSaid],
  ];
  if (admittedAt) lines.push([labels.admittedAt, formatFull(admittedAt)]);
  if (commune) lines.push([labels.communeOf, commune.name]);
  if (route) lines.push([labels.told, `${route.territory} : ${route.recipients.join(', ')}`]);
  return (
    <section className="panel">
      <h2>{labels.details}</h2>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
