import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { MeDocument, type StrictFragment, SubmitRequestDocument } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatMoment } from '../ui/format.fr';
import { Loading } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { CallSteps } from './CallSteps';
import { type Draft, draftOf, emptyDraft, forgetDraft, inputOf, keepDraft, missingIn, type Step, steps } from './draft';
import { KnownBeside } from './KnownBeside';
import { labels } from './labels.fr';
import './requests.css';

const words = labels.call;

/** A new request, in five steps: a coordinator records a call, a professional deposits his own. */
export default function NewRequestPage() {
  usePageTitle(words.title);
  const [{ data: who }] = useQuery({ query: MeDocument });
  if (!who) return <Loading />;
  const professional = !who.me.permissions.includes('TREAT_REQUESTS');
  return <Call key={who.me.id} user={who.me.id} professional={professional} />;
}

function Call({ user, professional }: { user: string; professional: boolean }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(user));
  const shown = professional ? steps.slice(1) : steps;
  const [step, setStep] = useState<Step>(shown[0] ?? 'person');
  const [error, setError] = useState<string>();
  const [saved, setSaved] = useState<string>();
  const [found, setFound] = useState<readonly StrictFragment[]>([]);
  const due = useRef<string>(undefined);
  const submit = useCommand(SubmitRequestDocument, (data) => {
    due.current = data.submitRequest.submitted?.request?.dueAt ?? data.submitRequest.submitted?.mine?.dueAt;
    return data.submitRequest.errors;
  });
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step, saved]);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(user, next);
    setError(undefined);
  };
  const at = shown.indexOf(step);
  const next = shown[at + 1];
  const send = async () => {
    const missing = missingIn(draft, professional);
    if (missing) {
      setStep(missing.step);
      return setError(words.missing[missing.what]);
    }
    const outcome = await submit.send(inputOf(draft, professional));
    if (!outcome) return;
    if (outcome.kind !== 'done') return setError(textOf(outcome));
    forgetDraft();
    const text = words.saved(due.current ? formatMoment(due.current) : '');
    setSaved(text);
    announce(text);
  };
  if (saved)
    return (
      <div className="page">
        <h1 tabIndex={-1} ref={heading}>
          {words.title}
        </h1>
        <p className="notice">{saved}</p>
        <p className="call-foot">
          <Button
            kind="primary"
            onPress={() => {
              setDraft(emptyDraft);
              setStep(shown[0] ?? 'person');
              setSaved(undefined);
            }}
          >
            {words.another}
          </Button>
          <Link to={professional ? '/mes-demandes' : '/demandes'}>{professional ? labels.own.title : words.open}</Link>
        </p>
      </div>
    );
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.what}</p>
      </header>
      {/* The form comes first: a call is typed without passing by the steps, which stand at its left. */}
      <div className="call">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (next) setStep(next);
            else void send();
          }}
        >
          <h2 tabIndex={-1} ref={heading}>
            {words.step(at + 1, shown.length, words.steps[step])}
          </h2>
          {error && (
            <p className="notice notice-error" role="alert">
              {error}
            </p>
          )}
          <CallSteps step={step} draft={draft} professional={professional} onChange={change} onFound={setFound} />
          <footer className="call-foot">
            {at > 0 && <Button onPress={() => setStep(shown[at - 1] ?? step)}>{words.previous}</Button>}
            {next && (
              <Button kind="primary" type="submit">
                {words.next}
              </Button>
            )}
            <Button
              kind={next ? 'plain' : 'primary'}
              disabled={submit.busy}
              {...(next ? { onPress: () => void send() } : { type: 'submit' as const })}
            >
              {words.save}
            </Button>
          </footer>
        </form>
        <nav className="call-steps" aria-label={words.stepsName}>
          <ol>
            {shown.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={name === step ? 'button button-primary' : 'button button-quiet'}
                  {...(name === step ? { 'aria-current': 'step' as const } : {})}
                  onClick={() => setStep(name)}
                >
                  {words.steps[name]}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {!professional && <KnownBeside persons={draft.anonymous ? [] : draft.person ? [draft.person] : found} />}
      </div>
    </div>
  );
}
