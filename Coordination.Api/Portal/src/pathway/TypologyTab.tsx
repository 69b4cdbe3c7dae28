import { useState } from 'react';
import { useQuery } from 'urql';
import { DecisionList } from '../administration/DecisionList';
import {
  AdministrationTypologyDocument,
  type AdministrationTypologyQuery,
  DefineTypologyCodeDocument,
  RetireTypologyCodeDocument,
  type TypologyDimension,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Loading, Problem } from '../ui/States';
import { typology as labels } from './labels.fr';
import './pathway.css';
import { codeOf } from './typology';

type Word = AdministrationTypologyQuery['administration']['typology'][number];
type Act = { what: 'add' } | { what: 'rename' | 'retire' | 'offer'; word: Word };
const dimensions = Object.keys(labels.dimensions) as TypologyDimension[];

const stateOf = ({ retired, own }: Word) =>
  retired ? labels.states.retired : own ? labels.states.own : labels.states.original;

/** The words of ruptures and unmet needs, as the territory decides them. */
export function TypologyTab({ edits }: { edits: boolean }) {
  const [act, setAct] = useState<Act>();
  const [{ data, error }, again] = useQuery({ query: AdministrationTypologyDocument });
  if (error && !data) return <Problem retry={() => again()} />;
  if (!data) return <Loading />;
  const { typology: words, typologyHistory } = data.administration;
  const close = () => {
    setAct(undefined);
    again();
  };
  return (
    <>
      <p className="muted typology-what">{labels.what}</p>
      {edits && (
        <p className="typology-what">
          <Button kind="primary" onPress={() => setAct({ what: 'add' })}>
            {labels.add}
          </Button>
        </p>
      )}
      <div className="columns">
        {dimensions.map((dimension) => (
          <section key={dimension} className="panel">
            <WordTable
              caption={labels.dimensions[dimension]}
              words={words.filter((word) => word.dimension === dimension)}
              edits={edits}
              onAct={setAct}
            />
          </section>
        ))}
      </div>
      <DecisionList decisions={typologyHistory} />
      {act?.what === 'add' && <AddDialog words={words} onClose={close} />}
      {act?.what === 'rename' && <RenameDialog word={act.word} onClose={close} />}
      {act?.what === 'retire' && <RetireDialog word={act.word} onClose={close} />}
      {act?.what === 'offer' && <OfferDialog word={act.word} onClose={close} />}
    </>
  );
}

interface TableProps {
  caption: string;
  words: readonly Word[];
  edits: boolean;
  onAct(act: Act): void;
}

function WordTable({ caption, words, edits, onAct }: TableProps) {
  return (
    <table className="sheet">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.word}</th>
          {edits && <th scope="col">{labels.action}</th>}
        </tr>
      </thead>
      <tbody>
        {words.map((word) => (
          <tr key={word.code}>
            <th scope="row">
              {word.label}{' '}
              <small className="muted typology-code">
                {word.code} · {stateOf(word)}
              </small>
            </th>
            {edits && (
              <td className="typology-actions">
                {word.retired ? (
                  <Button
                    kind="quiet"
                    label={labels.offerOf(word.label)}
                    onPress={() => onAct({ what: 'offer', word })}
                  >
                    {labels.offer}
                  </Button>
                ) : (
                  <>
                    <Button
                      kind="quiet"
                      label={labels.renameOf(word.label)}
                      onPress={() => onAct({ what: 'rename', word })}
                    >
                      {labels.rename}
                    </Button>
                    <Button
                      kind="quiet"
                      label={labels.retireOf(word.label)}
                      onPress={() => onAct({ what: 'retire', word })}
                    >
                      {labels.retire}
                    </Button>
                  </>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddDialog({ words, onClose }: { words: readonly Word[]; onClose(): void }) {
  const [dimension, setDimension] = useState<TypologyDimension>('TYPE');
  const [label, setLabel] = useState('');
  const [typed, setTyped] = useState<string>();
  const command = useCommand(DefineTypologyCodeDocument, (data) => data.defineTypologyCode.errors);
  const code = typed ?? codeOf(label);
  // The server would take a code that exists for the same word said otherwise.
  const taken = words.find((word) => word.dimension === dimension && word.code === code);
  return (
    <FormDialog
      title={labels.add}
      send={labels.add}
      done={labels.saved}
      onClose={onClose}
      run={() => {
        if (!label.trim() || !code) return labels.missing;
        return taken ? labels.taken(taken.label) : command.send({ dimension, code, label: label.trim() });
      }}
    >
      <Select label={labels.dimension} value={dimension} options={labels.dimensions} onChange={setDimension} />
      <Line label={labels.word} value={label} onChange={setLabel} />
      <Field label={labels.code} help={labels.codeHelp}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={(event) => setTyped(event.target.value.toUpperCase())}
          />
        )}
      </Field>
    </FormDialog>
  );
}

interface WordProps {
  word: Word;
  onClose(): void;
}

function RenameDialog({ word, onClose }: WordProps) {
  const [label, setLabel] = useState(word.label);
  const command = useCommand(DefineTypologyCodeDocument, (data) => data.defineTypologyCode.errors);
  return (
    <FormDialog
      title={labels.renameOf(word.label)}
      send={labels.rename}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        label.trim()
          ? command.send({ dimension: word.dimension, code: word.code, label: label.trim() })
          : labels.missing
      }
    >
      <Line label={labels.word} value={label} onChange={setLabel} />
    </FormDialog>
  );
}

function RetireDialog({ word, onClose }: WordProps) {
  const command = useCommand(RetireTypologyCodeDocument, (data) => data.retireTypologyCode.errors);
  return (
    <FormDialog
      title={labels.retireOf(word.label)}
      send={labels.retire}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ dimension: word.dimension, code: word.code })}
    >
      <p>{labels.retireWhat}</p>
    </FormDialog>
  );
}

function OfferDialog({ word, onClose }: WordProps) {
  const command = useCommand(DefineTypologyCodeDocument, (data) => data.defineTypologyCode.errors);
  return (
    <FormDialog
      title={labels.offerOf(word.label)}
      send={labels.offer}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ dimension: word.dimension, code: word.code, label: word.label })}
    >
      <p>{labels.offerWhat}</p>
    </FormDialog>
  );
}
