import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { ConnectionProvider } from '../graphql/ConnectionContext';
import { type Connection, connect } from '../graphql/client';
import { ActivityPage } from '../session/ActivityPage';
import { labels as sessionLabels } from '../session/labels.fr';
import { StartPage } from '../session/StartPage';
import { readSession, type Session, signOut } from '../session/session';
import { Loading, Problem } from '../ui/States';
import { Announcer } from './Announcer';
import { Home, NotFound } from './Home';
import { ScreenBoundary } from './ScreenBoundary';
import { Shell } from './Shell';

const AlertsPage = lazy(() => import('../alerts/AlertsPage'));
const DischargesPage = lazy(() => import('../discharge/DischargesPage'));
const DischargePage = lazy(() => import('../discharge/DischargePage'));
const AnnouncePage = lazy(() => import('../announcement/AnnouncePage'));
const StaysPage = lazy(() => import('../announcement/StaysPage'));
const StayPage = lazy(() => import('../announcement/StayPage'));
const RequestPage = lazy(() => import('../announcement/RequestPage'));
const RequestsPage = lazy(() => import('../requests/RequestsPage'));
const NewRequestPage = lazy(() => import('../requests/NewRequestPage'));
const MyRequestsPage = lazy(() => import('../requests/MyRequestsPage'));
const AnalysisPage = lazy(() => import('../analysis/AnalysisPage'));
const RecordsPage = lazy(() => import('../records/RecordsPage'));
const RecordPage = lazy(() => import('../records/RecordPage'));
const RightsPage = lazy(() => import('../benefits/RightsPage'));
const TasksPage = lazy(() => import('../tasks/TasksPage'));
const WorklistsPage = lazy(() => import('../worklists/WorklistsPage'));
const SupervisionPage = lazy(() => import('../supervision/SupervisionPage'));
const AccessPage = lazy(() => import('../records/AccessPage'));
const InvitationsPage = lazy(() => import('../team/InvitationsPage'));
const ReceivedTransfersPage = lazy(() => import('../transfers/ReceivedTransfersPage'));
const AdministrationPage = lazy(() => import('../administration/AdministrationPage'));
const RulesPage = lazy(() => import('../administration/RulesPage'));
const PersonsPage = lazy(() => import('../persons/PersonsPage'));
const IdentitiesPage = lazy(() => import('../persons/IdentitiesPage'));
const QuarantinePage = lazy(() => import('../quarantine/QuarantinePage'));
const AuditPage = lazy(() => import('../audit/AuditPage'));

export function App() {
  const { pathname } = useLocation();
  const [session, setSession] = useState<Session>();
  const [silent, setSilent] = useState(false);
  const [expired, setExpired] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [connection, setConnection] = useState<Connection>();

  const load = useCallback(async () => {
    setSilent(false);
    try {
      const read = await readSession();
      setSession(read);
      if (read.authenticated) setExpired(false);
    } catch {
      setSilent(true);
    }
  }, []);
  useEffect(() => void load(), [load]);

  const authenticated = session?.authenticated ?? false;
  useEffect(() => {
    if (!authenticated) return setConnection(undefined);
    // The session ended elsewhere: the start page takes the place of the screen, at the same address.
    const ended = () => {
      setExpired(true);
      setConnection(undefined);
      void load();
    };
    const made = connect(ended);
    const quiet = made.feed.listen({ unauthenticated: ended });
    setConnection(made);
    return quiet;
  }, [authenticated, load]);

  const leave = useCallback(async () => {
    // A full load leaves nothing of the user in memory, nor behind the « back » button.
    await signOut().catch(() => {});
    window.location.assign('/');
  }, []);

  if (silent)
    return (
      <main className="start-problem" id="main">
        <h1>{sessionLabels.product}</h1>
        <Problem what={sessionLabels.serverSilent} safe={sessionLabels.serverSilentSafe} retry={() => void load()} />
      </main>
    );
  if (!session) return <Loading />;
  if (session.identity && (!authenticated || choosing))
    return (
      <ActivityPage
        session={session}
        // A full load, so that nothing of the activity before stays in memory.
        onChosen={() => (choosing ? window.location.assign('/') : void load())}
        onSignOut={() => void leave()}
      />
    );
  if (!authenticated) return <StartPage session={session} expired={expired} />;
  if (!connection) return <Loading />;
  return (
    <Announcer>
      <ConnectionProvider connection={connection}>
        <Shell session={session} onChangeActivity={() => setChoosing(true)} onSignOut={() => void leave()}>
          <ScreenBoundary key={pathname}>
            <Suspense fallback={<Loading />}>
              <Routes>
                <Route path="/" element={<Home />} />
                <Route path="/annoncer" element={<AnnouncePage />} />
                <Route path="/sorties" element={<StaysPage />} />
                <Route path="/sorties/:id" element={<StayPage />} />
                <Route path="/demandes/:id" element={<RequestPage />} />
                <Route path="/alerts" element={<AlertsPage />} />
                <Route path="/discharges" element={<DischargesPage />} />
                <Route path="/discharges/:id" element={<DischargePage />} />
                <Route path="/demandes" element={<RequestsPage />} />
                <Route path="/demandes/nouvelle" element={<NewRequestPage />} />
                <Route path="/mes-demandes" element={<MyRequestsPage />} />
                <Route path="/personnes" element={<PersonsPage />} />
                <Route path="/personnes/identites" element={<IdentitiesPage />} />
                <Route path="/indicateurs" element={<AnalysisPage />} />
                <Route path="/analysis" element={<AnalysisPage />} />
                <Route path="/personnes-suivies" element={<RecordsPage />} />
                <Route path="/personnes/:id/:part?" element={<RecordPage />} />
                <Route path="/droits" element={<RightsPage />} />
                <Route path="/taches" element={<TasksPage />} />
                <Route path="/a-suivre" element={<WorklistsPage />} />
                <Route path="/supervision" element={<SupervisionPage />} />
                <Route path="/invitations" element={<InvitationsPage />} />
                <Route path="/transferts" element={<ReceivedTransfersPage />} />
                <Route path="/acces" element={<AccessPage />} />
                <Route path="/administration/:tab?" element={<AdministrationPage />} />
                <Route path="/regles" element={<RulesPage />} />
                <Route path="/quarantine" element={<QuarantinePage />} />
                <Route path="/journal" element={<AuditPage />} />
                <Route path="*" element={<NotFound />} />
              </Routes>
            </Suspense>
          </ScreenBoundary>
        </Shell>
      </ConnectionProvider>
    </Announcer>
  );
}
