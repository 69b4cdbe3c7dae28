import type { ArrangementLineFragment, CareNeed, PreparationFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment } from '../ui/format.fr';
import { labels } from './preparation.labels.fr';
import { providerName } from './provider';
import type { Preparation } from './usePreparation';

/** How the help for a need stands, as a word and the look of it. */
export function standingOf(arrangement: ArrangementLineFragment | undefined): keyof typeof labels.states {
  if (!arrangement) return 'missing';
  if (arrangement.toReconfirm) return 'reconfirm';
  return arrangement.late ? 'late' : 'confirmed';
}

function Actions({
  need,
  arrangement,
  tools,
}: {
  need: CareNeed;
  arrangement: ArrangementLineFragment | undefined;
  tools: Preparation;
}) {
  const name = careLabels.needs[need];
  if (!arrangement)
    return (
      <Button kind="primary" label={labels.confirmNeed(name)} onPress={() => tools.confirm(need)}>
        {labels.confirmShort}
      </Button>
    );
  return (
    <>
      {arrangement.toReconfirm ? (
        <Button
          kind="primary"
          disabled={tools.busy}
          label={labels.reconfirmNeed(name)}
          onPress={() => tools.reconfirm(arrangement)}
        >
          {labels.reconfirm}
        </Button>
      ) : (
        <Button label={`${labels.replaceShort} : ${name}`} onPress={() => tools.confirm(need)}>
          {labels.replaceShort}
        </Button>
      )}
      <Button kind="quiet" label={labels.withdrawNeed(name)} onPress={() => tools.withdraw(arrangement)}>
        {labels.withdraw}
      </Button>
    </>
  );
}

/** Every need and every confirmation, one a line, with what can be done about it. */
export function ArrangementTable({
  discharge,
  tools,
}: {
  discharge: PreparationFragment;
  tools: Preparation | undefined;
}) {
  const confirmed = discharge.arrangements.map((arrangement) => arrangement.need);
  const needs = [...new Set([...(discharge.needs ?? []), ...confirmed])];
  const { actions, ...plain } = labels.columns;
  const columns = Object.entries(tools ? { ...plain, actions } : plain);
  if (needs.length === 0) return <p>{discharge.needs ? labels.needsNone : labels.noNeeds}</p>;
  return (
    <table className="list list-plain">
      <thead>
        <tr>
          {columns.map(([name, label]) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => {
          const arrangement = discharge.arrangements.find((one) => one.need === need);
          const standing = standingOf(arrangement);
          return (
            <tr key={need}>
              <th scope="row">
                {careLabels.needs[need]}
                {discharge.needs && !discharge.needs.includes(need) && <small>{labels.notNeeded}</small>}
              </th>
              <td data-label={labels.columns.provider}>
                {arrangement ? (
                  <>
                    {providerName(arrangement.provider)}
                    {arrangement.provider.phone && <small>{arrangement.provider.phone}</small>}
                    <small>
                      {labels.confirmedByLine(arrangement.confirmedBy, careLabels.channels[arrangement.channel])}
                    </small>
                  </>
                ) : (
                  '–'
                )}
              </td>
              <td data-label={labels.columns.visit}>{arrangement ? formatMoment(arrangement.firstVisitAt) : '–'}</td>
              <td data-label={labels.columns.state}>
                <span className={`status standing-${standing}`}>{labels.states[standing]}</span>
              </td>
              {tools && (
                <td className="row-actions">
                  <Actions need={need} arrangement={arrangement} tools={tools} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
