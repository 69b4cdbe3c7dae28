import { Empty } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';

/** Says plainly that no indicator exists yet. */
export default function AnalysisPage() {
  usePageTitle(labels.title);
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      <Empty icon="chart" text={labels.empty} />
    </div>
  );
}
