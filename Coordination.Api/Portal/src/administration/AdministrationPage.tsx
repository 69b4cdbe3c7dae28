import { Link, useParams } from 'react-router';
import { Provider, useQuery } from 'urql';
import { MeDocument } from '../gql/graphql';
import { useConnection } from '../graphql/ConnectionContext';
import { TypologyTab } from '../pathway/TypologyTab';
import { Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AccessibilityTab } from './AccessibilityTab';
import './administration.css';
import { AreasTab } from './AreasTab';
import { CalendarTab } from './CalendarTab';
import { DelaysTab } from './DelaysTab';
import { DirectoryTab } from './DirectoryTab';
import { HabilitationsTab } from './HabilitationsTab';
import { ImportsTab } from './ImportsTab';
import { labels } from './labels.fr';

const screens = {
  annuaire: DirectoryTab,
  habilitations: HabilitationsTab,
  territoire: AreasTab,
  calendrier: CalendarTab,
  delais: DelaysTab,
  typologie: TypologyTab,
  imports: ImportsTab,
  accessibilite: AccessibilityTab,
} as const;
type Tab = keyof typeof screens;
const tabs = Object.keys(screens) as Tab[];
const isTab = (text: string | undefined): text is Tab => tabs.some((tab) => tab === text);

/** How the territory is set up. What is read here is never kept: another administrator may just have changed it. */
export default function AdministrationPage() {
  const { past } = useConnection();
  return (
    <Provider value={past}>
      <Tabs />
    </Provider>
  );
}

function Tabs() {
  const { tab: asked } = useParams();
  const tab = isTab(asked) ? asked : 'annuaire';
  usePageTitle(`${labels.tab[tab]} – ${labels.title}`);
  const [{ data, error }, again] = useQuery({ query: MeDocument });
  if (error && !data) return <Problem heading={labels.title} retry={() => again()} />;
  if (!data) return <Loading />;
  const Screen = screens[tab];
  const edits = data.me.role === 'ADMIN';
  return (
    <div className="page administration">
      <header className="page-head">
        <h1>{labels.title}</h1>
        <p className="muted">{labels.what}</p>
        <nav className="tabs" aria-label={labels.tabs}>
          <ul>
            {tabs.map((name) => (
              <li key={name}>
                <Link to={`/administration/${name}`} aria-current={name === tab ? 'page' : undefined}>
                  {labels.tab[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {!edits && <p className="notice">{labels.readOnly}</p>}
      <Screen edits={edits} />
    </div>
  );
}
