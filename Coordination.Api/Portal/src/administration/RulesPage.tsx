import { Provider, useQuery } from 'urql';
import { AlertRulesDocument } from '../gql/graphql';
import { useConnection } from '../graphql/ConnectionContext';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import './administration.css';
import { labels } from './labels.fr';

/** What fills the inbox, readable by those who work with it. */
export default function RulesPage() {
  usePageTitle(labels.rules);
  const { past } = useConnection();
  return (
    <Provider value={past}>
      <Rules />
    </Provider>
  );
}

function Rules() {
  const [{ data, error }, again] = useQuery({ query: AlertRulesDocument });
  if (error && !data) return <Problem heading={labels.rules} retry={() => again()} />;
  return (
    <div className="page administration">
      <header className="page-head">
        <h1>{labels.rules}</h1>
        <p className="muted">{labels.rulesWhat}</p>
      </header>
      {!data && <Loading />}
      {data?.alertRules.map((rule) => (
        <section key={rule.code} className="panel" aria-labelledby={`rule-${rule.code}`}>
          <h2 id={`rule-${rule.code}`}>
            {rule.code} – {rule.title}
          </h2>
          <dl className="facts">
            <div>
              <dt>{labels.ruleWhen}</dt>
              <dd>{rule.when}</dd>
            </div>
            <div>
              <dt>{labels.rulePriority}</dt>
              <dd>{rule.priority}</dd>
            </div>
            <div>
              <dt>{labels.ruleTold}</dt>
              <dd>{rule.told}</dd>
            </div>
            <div>
              <dt>{labels.ruleEnds}</dt>
              <dd>{rule.resolvesWhen}</dd>
            </div>
          </dl>
          <p className="muted small">
            {labels.ruleVersion(rule.version)}
            {rule.changedAt && ` · ${labels.ruleSince(formatDay(rule.changedAt))}`}
          </p>
        </section>
      ))}
    </div>
  );
}
