import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { type DischargeDestination, MeDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { Field } from '../ui/Field';
import { Empty, Loading } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { Choices } from './Choices';
import { destinations } from './destinations';
import { labels } from './labels.fr';
import { NeedsField } from './NeedsField';
import { PatientField } from './PatientField';
import { RoutePanel } from './RoutePanel';
import { useAnnouncement } from './useAnnouncement';
import { WhenField } from './WhenField';

const contacts = [
  ['serviceContact', labels.serviceContact, labels.serviceContactHint],
  ['relative', labels.relative, labels.relativeHint],
] as const;

function AnnouncementForm({ userId, stayId }: { userId: string; stayId: string | null }) {
  const { form, change, faults, problem, busy, submit, moveTo, page, missing } = useAnnouncement(userId, stayId);
  const navigate = useNavigate();
  const changing = stayId !== null && form.stay?.status === 'ANNOUNCED';
  const title = changing ? labels.changeTitle : labels.title;
  usePageTitle(title);
  // The page is made for the keyboard: the first field is ready once the frame around it has settled.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>(stayId ? '[name=information]' : '[name=patient]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [page, stayId]);
  if (missing)
    return (
      <div className="page">
        <h1>{title}</h1>
        <Empty icon="search" text={labels.gone} />
      </div>
    );
  return (
    <div className="page announce">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="muted">{labels.what}</p>
      </header>
      <form
        ref={page}
        className="announce-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            void submit();
          }
        }}
      >
        <div className="announce-fields">
          <section className="panel" aria-labelledby="patient-title">
            <h2 id="patient-title">{labels.patient}</h2>
            <PatientField form={form} faults={faults} fixed={stayId !== null} onChange={change} onMoved={moveTo} />
            <Choices
              legend={labels.information}
              name="information"
              value={form.information}
              choices={labels.informations}
              error={faults.information}
              onChange={(information) => change({ ...form, information })}
            />
          </section>
          <section className="panel return-grid" aria-label={labels.details}>
            <WhenField form={form} faults={faults} onChange={change} />
            <Field label={labels.destination} error={faults.destination}>
              {(control) => (
                <select
                  {...control}
                  name="destination"
                  value={form.destination}
                  onChange={(event) => change({ ...form, destination: event.target.value as DischargeDestination })}
                >
                  <option value="" disabled>
                    {labels.choose}
                  </option>
                  {destinations.map((destination) => (
                    <option key={destination} value={destination}>
                      {careLabels.destinations[destination]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <div className="return-wide">
              <NeedsField form={form} faults={faults} onChange={change} />
            </div>
            <div className="return-wide contact-grid">
              {contacts.map(([name, label, hint]) => (
                <Field key={name} label={label} error={faults[name]}>
                  {(control) => (
                    <input
                      {...control}
                      type="text"
                      name={name}
                      autoComplete="off"
                      maxLength={200}
                      placeholder={hint}
                      value={form[name]}
                      onChange={(event) => change({ ...form, [name]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
            </div>
          </section>
        </div>
        <aside className="announce-side">
          <RoutePanel form={form} />
          <div className="announce-send">
            {problem && (
              <p className="notice notice-error" role="alert">
                {problem}
              </p>
            )}
            <Button kind="primary" type="submit" wide disabled={busy} keyShortcut="Ctrl ↵">
              {busy ? labels.sending : changing ? labels.sendChange : labels.send}
            </Button>
            <Button kind="quiet" wide onPress={() => void navigate(-1)}>
              {labels.cancel}
            </Button>
          </div>
        </aside>
      </form>
    </div>
  );
}

/** One page, six fields: the announcement of a discharge, complete in less than a minute. */
export default function AnnouncePage() {
  const [{ data }] = useQuery({ query: MeDocument });
  const [params] = useSearchParams();
  const stayId = params.get('sortie');
  if (!data) return <Loading />;
  return <AnnouncementForm key={stayId ?? ''} userId={data.me.id} stayId={stayId} />;
}
