import { Link, Navigate } from 'react-router';
import { useQuery } from 'urql';
import { MeDocument } from '../gql/graphql';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { pagesOf } from './navigation';

/** Sends each role to its own first screen. */
export function Home() {
  usePageTitle(labels.noPageTitle);
  const [{ data, error }, again] = useQuery({ query: MeDocument });
  if (error && !data)
    return <Problem heading={labels.noPageTitle} retry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data) return <Loading />;
  const first = pagesOf(data.me)[0];
  if (first) return <Navigate to={first.path} replace />;
  return (
    <div className="page">
      <h1>{labels.noPageTitle}</h1>
      <Empty icon="shield" text={labels.noPage} />
    </div>
  );
}

export function NotFound() {
  usePageTitle(labels.notFoundTitle);
  return (
    <div className="page">
      <h1>{labels.notFoundTitle}</h1>
      <Empty icon="search" text={labels.notFound}>
        <Link to="/">{labels.home}</Link>
      </Empty>
    </div>
  );
}
