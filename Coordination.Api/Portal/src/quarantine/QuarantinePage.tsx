import { useQuery } from 'urql';
import { QuarantinedMessagesDocument } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';

const shown = 50;

/** What the interfaces could not read, for who runs them. */
export default function QuarantinePage() {
  usePageTitle(labels.title);
  const [{ data, error }, again] = useQuery({
    query: QuarantinedMessagesDocument,
    variables: { first: shown },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <Problem heading={labels.title} retry={() => again({ requestPolicy: 'network-only' })} />;
  const messages = data?.quarantinedMessages.nodes;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.title}</h1>
        <p className="muted">{labels.what}</p>
      </header>
      {!messages && <Loading />}
      {messages?.length === 0 && <Empty icon="check" text={labels.empty} />}
      <ul className="quarantine">
        {messages?.map((message) => (
          <li key={message.id} className="panel">
            <p>
              <span className="status">{message.ackCode}</span> <strong>{message.problem}</strong>
            </p>
            <p className="muted">
              {message.link} · {labels.received} {formatMoment(message.receivedAt)} · {labels.expires}{' '}
              {formatMoment(message.expiresAt)}
            </p>
            <details>
              <summary>{labels.content}</summary>
              <pre>{message.content.replaceAll('\r', '\n')}</pre>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
