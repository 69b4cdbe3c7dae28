import { useState } from 'react';
import { useQuery } from 'urql';
import {
  AnswerDisruptionDocument,
  CloseDisruptionDocument,
  ConfirmPersistenceDocument,
  type DisruptionClosing,
  type DisruptionLineFragment,
  type DisruptionNature,
  QualifyDisruptionDocument,
  ReportDisruptionDocument,
  type TypologyDimension,
  TypologyDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  disruptions: readonly DisruptionLineFragment[];
  reports: boolean;
  qualifies: boolean;
}
type Act = 'qualify' | 'answer' | 'persists' | 'close';

/** What broke or is missing: reported by whoever sees it, qualified by the DAC, followed until it is over. */
export function Disruptions({ recordId, disruptions, reports, qualifies }: Props) {
  const [reporting, setReporting] = useState(false);
  const [act, setAct] = useState<{ what: Act; disruption: DisruptionLineFragment }>();
  const close = () => setAct(undefined);
  return (
    <section className="record-part" aria-labelledby="disruptions">
      <header>
        <h2 id="disruptions">{labels.disruptions}</h2>
        {reports && <Button onPress={() => setReporting(true)}>{labels.report}</Button>}
      </header>
      {disruptions.length === 0 && <p>{labels.disruptionsNone}</p>}
      <ul className="disruptions">
        {disruptions.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.type.label}</strong> · {labels.natures[one.nature]}{' '}
              <span className="record-mark">
                {one.closing ? labels.closings[one.closing] : labels.statuses[one.status]}
              </span>
            </p>
            <p className="muted">
              {labels.noticed(formatDay(one.noticedOn), one.reportedBy)}
              {[one.cause, one.resource, one.prejudice].map((code) => code && ` · ${code.label}`)}
            </p>
            {one.text && <p>{one.text}</p>}
            {one.answer && (
              <p>
                {labels.answer} : {one.answer}
              </p>
            )}
            {qualifies && one.status !== 'CLOSED' && (
              <div className="record-actions">
                <Button
                  label={labels.qualifyOf(one.type.label)}
                  onPress={() => setAct({ what: 'qualify', disruption: one })}
                >
                  {labels.qualify}
                </Button>
                {one.status !== 'REPORTED' && (
                  <>
                    <Button
                      label={labels.answerOf(one.type.label)}
                      onPress={() => setAct({ what: 'answer', disruption: one })}
                    >
                      {labels.answer}
                    </Button>
                    {one.status !== 'PERSISTING' && (
                      <Button
                        label={labels.persistsOf(one.type.label)}
                        onPress={() => setAct({ what: 'persists', disruption: one })}
                      >
                        {labels.persists}
                      </Button>
                    )}
                  </>
                )}
                <Button
                  label={labels.closeOf(one.type.label)}
                  onPress={() => setAct({ what: 'close', disruption: one })}
                >
                  {labels.close}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {reporting && <ReportDialog recordId={recordId} onClose={() => setReporting(false)} />}
      {act?.what === 'qualify' && <QualifyDialog recordId={recordId} disruption={act.disruption} onClose={close} />}
      {act?.what === 'answer' && <AnswerDialog recordId={recordId} disruption={act.disruption} onClose={close} />}
      {act?.what === 'persists' && <PersistsDialog recordId={recordId} disruption={act.disruption} onClose={close} />}
      {act?.what === 'close' && <CloseDialog recordId={recordId} disruption={act.disruption} onClose={close} />}
    </section>
  );
}

/** The codes that may be chosen in one dimension, as a select has them; one that is no longer proposed stays if it was chosen. */
function useCodes(dimension: TypologyDimension, kept?: { code: string; label: string } | null): Record<string, string> {
  const [{ data }] = useQuery({ query: TypologyDocument });
  const codes = data?.disruptionTypology.filter((one) => one.dimension === dimension && !one.retired) ?? [];
  return {
    '': dimension === 'TYPE' ? '' : labels.unknown,
    ...(kept ? { [kept.code]: kept.label } : {}),
    ...Object.fromEntries(codes.map(({ code, label }) => [code, label])),
  };
}

interface Codes {
  type: string;
  cause: string;
  resource: string;
  prejudice: string;
}

function CodeFields({
  codes,
  of,
  onChange,
}: {
  codes: Codes;
  of?: DisruptionLineFragment;
  onChange(codes: Codes): void;
}) {
  const types = useCodes('TYPE', of?.type);
  const causes = useCodes('CAUSE', of?.cause);
  const resources = useCodes('RESOURCE', of?.resource);
  const prejudices = useCodes('PREJUDICE', of?.prejudice);
  return (
    <>
      <Select
        label={labels.type}
        value={codes.type}
        options={types}
        onChange={(type) => onChange({ ...codes, type })}
      />
      <Select
        label={labels.cause}
        value={codes.cause}
        options={causes}
        onChange={(cause) => onChange({ ...codes, cause })}
      />
      <Select
        label={labels.resource}
        value={codes.resource}
        options={resources}
        onChange={(resource) => onChange({ ...codes, resource })}
      />
      <Select
        label={labels.prejudice}
        value={codes.prejudice}
        options={prejudices}
        onChange={(prejudice) => onChange({ ...codes, prejudice })}
      />
    </>
  );
}

const given = ({ type, cause, resource, prejudice }: Codes) => ({
  type,
  cause: cause || null,
  resource: resource || null,
  prejudice: prejudice || null,
});

function ReportDialog({ recordId, onClose }: { recordId: string; onClose(): void }) {
  const [nature, setNature] = useState<DisruptionNature>('RUPTURE');
  const [codes, setCodes] = useState<Codes>({ type: '', cause: '', resource: '', prejudice: '' });
  const [noticedOn, setNoticedOn] = useState(today());
  const [text, setText] = useState('');
  const command = useCommand(ReportDisruptionDocument, (data) => data.reportDisruption.errors);
  return (
    <FormDialog
      title={labels.reportTitle}
      send={labels.report}
      done={labels.reported}
      onClose={onClose}
      run={() => command.send({ recordId, nature, noticedOn, text: text.trim() || null, ...given(codes) })}
    >
      <Select label={labels.nature} value={nature} options={labels.natures} onChange={setNature} />
      <CodeFields codes={codes} onChange={setCodes} />
      <Line type="date" label={labels.noticedOn} value={noticedOn} onChange={setNoticedOn} />
      <Line label={labels.text} value={text} onChange={setText} />
    </FormDialog>
  );
}

interface ActProps {
  recordId: string;
  disruption: DisruptionLineFragment;
  onClose(): void;
}

const addressed = ({ recordId, disruption }: ActProps) => ({
  recordId,
  disruptionId: disruption.id,
  expectedVersion: disruption.version,
});

function QualifyDialog(props: ActProps) {
  const { disruption, onClose } = props;
  const [codes, setCodes] = useState<Codes>({
    type: disruption.type.code,
    cause: disruption.cause?.code ?? '',
    resource: disruption.resource?.code ?? '',
    prejudice: disruption.prejudice?.code ?? '',
  });
  const command = useCommand(QualifyDisruptionDocument, (data) => data.qualifyDisruption.errors);
  return (
    <FormDialog
      title={labels.qualifyOf(disruption.type.label)}
      send={labels.qualify}
      done={labels.qualified}
      onClose={onClose}
      run={() => command.send({ ...addressed(props), ...given(codes) })}
    >
      <CodeFields codes={codes} of={disruption} onChange={setCodes} />
    </FormDialog>
  );
}

function AnswerDialog(props: ActProps) {
  const { disruption, onClose } = props;
  const [answer, setAnswer] = useState(disruption.answer ?? '');
  const command = useCommand(AnswerDisruptionDocument, (data) => data.answerDisruption.errors);
  return (
    <FormDialog
      title={labels.answerOf(disruption.type.label)}
      send={labels.save}
      done={labels.answered}
      onClose={onClose}
      run={() => (answer.trim() ? command.send({ ...addressed(props), answer: answer.trim() }) : labels.answerMissing)}
    >
      <Line label={labels.answerText} value={answer} onChange={setAnswer} />
    </FormDialog>
  );
}

function PersistsDialog(props: ActProps) {
  const { disruption, onClose } = props;
  const command = useCommand(ConfirmPersistenceDocument, (data) => data.confirmPersistence.errors);
  return (
    <FormDialog
      title={labels.persistsOf(disruption.type.label)}
      send={labels.persists}
      done={labels.persisting}
      onClose={onClose}
      run={() => command.send(addressed(props))}
    >
      <p>{labels.statuses.PERSISTING}</p>
    </FormDialog>
  );
}

function CloseDialog(props: ActProps) {
  const { disruption, onClose } = props;
  const [reason, setReason] = useState<DisruptionClosing>('RESOLVED');
  const command = useCommand(CloseDisruptionDocument, (data) => data.closeDisruption.errors);
  return (
    <FormDialog
      title={labels.closeOf(disruption.type.label)}
      send={labels.close}
      done={labels.closed}
      onClose={onClose}
      run={() => command.send({ ...addressed(props), reason })}
    >
      <Select label={labels.why} value={reason} options={labels.closings} onChange={setReason} />
    </FormDialog>
  );
}
