import { useState } from 'react';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { End } from './End';
import type { Entitlements, SectionProps } from './EntitlementsTab';
import { labels } from './labels.fr';
import { ChangeRepresentativeDialog, EndMeasureDialog, MeasureDialog, RenewMeasureDialog } from './MeasureDialogs';

export type Measure = Entitlements['measures'][number];
type Dialog = 'renew' | 'represent' | 'end';

/** Protective measures, who carries them out, until when. */
export function Measures({ recordId, entitlements, edits }: SectionProps) {
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ dialog: Dialog; measure: Measure }>();
  const close = () => setOpen(undefined);
  const version = entitlements.version;
  return (
    <section className="record-part" aria-labelledby="measures">
      <header>
        <h2 id="measures">{labels.measures}</h2>
        {edits && <Button onPress={() => setAdding(true)}>{labels.addMeasure}</Button>}
      </header>
      {entitlements.measures.length === 0 ? (
        <p>{labels.measuresNone}</p>
      ) : (
        <TableScroll label={labels.measures}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{labels.columns.measure}</th>
                <th scope="col">{labels.columns.by}</th>
                <th scope="col">{labels.columns.decided}</th>
                <th scope="col">{labels.columns.until}</th>
                {edits && <th scope="col">{labels.columns.action}</th>}
              </tr>
            </thead>
            <tbody>
              {entitlements.measures.map((measure) => (
                <tr key={measure.id}>
                  <th scope="row">
                    {measure.label}
                    <br />
                    <span className="muted">{measure.scopeLabel}</span>
                  </th>
                  <td>{measure.structure?.name ?? measure.name ?? '–'}</td>
                  <td>{formatDay(measure.decidedOn)}</td>
                  <td>
                    {measure.endedOn
                      ? labels.ended(formatDay(measure.endedOn))
                      : measure.until
                        ? formatDay(measure.until)
                        : '–'}{' '}
                    <End days={measure.endsInDays} />
                  </td>
                  {edits && (
                    <td>
                      {!measure.endedOn && (
                        <div className="record-actions">
                          {(
                            [
                              ['renew', labels.renew],
                              ['represent', labels.newRepresentative],
                              ['end', labels.end],
                            ] as const
                          ).map(([dialog, verb]) => (
                            <Button
                              key={dialog}
                              label={labels.of(verb, measure.label)}
                              onPress={() => setOpen({ dialog, measure })}
                            >
                              {verb}
                            </Button>
                          ))}
                        </div>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {adding && <MeasureDialog recordId={recordId} version={version} onClose={() => setAdding(false)} />}
      {open?.dialog === 'renew' && (
        <RenewMeasureDialog recordId={recordId} version={version} measure={open.measure} onClose={close} />
      )}
      {open?.dialog === 'represent' && (
        <ChangeRepresentativeDialog recordId={recordId} version={version} measure={open.measure} onClose={close} />
      )}
      {open?.dialog === 'end' && (
        <EndMeasureDialog recordId={recordId} version={version} measure={open.measure} onClose={close} />
      )}
    </section>
  );
}
