import { useState } from 'react';
import { useQuery } from 'urql';
import { WorkloadDocument, type WorkloadQuery } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { formatMoment } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { ActivityPart } from './ActivityPart';
import { labels } from './labels.fr';
import { TransferDialog } from './TransferDialog';
import '../records/records.css';

export type Load = WorkloadQuery['workload'][number];

/** Who carries what, what is late, and handing over. */
export default function SupervisionPage() {
  usePageTitle(labels.title);
  const [from, setFrom] = useState<Load>();
  const [{ data, error }, again] = useQuery({ query: WorkloadDocument, requestPolicy: 'cache-and-network' });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type !== 'HEARTBEAT' && refetch(), resync: refetch });
  if (!data) return error ? <Problem heading={labels.title} retry={refetch} /> : <Loading />;
  const orphans = data.workload.find((load) => !load.professional);
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      {orphans && <p className="notice notice-error">{labels.nobodyWarning(orphans.records)}</p>}
      {data.workload.length === 0 ? (
        <Empty icon="user" text={labels.empty} />
      ) : (
        <table className="table">
          <thead>
            <tr>
              {Object.values(labels.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.workload.map((load) => (
              <tr key={load.professional?.id ?? ''}>
                <th scope="row">{load.professional?.displayName ?? labels.nobody}</th>
                <td>{load.records}</td>
                <td>{load.active}</td>
                <td>{load.intensive}</td>
                <td>{load.standby}</td>
                <td>{load.openAlerts}</td>
                <td>{load.alertsOverdue}</td>
                <td>{load.oldestAlertAt ? formatMoment(load.oldestAlertAt) : ''}</td>
                <td>
                  <Button
                    kind="quiet"
                    label={labels.transferOf(load.professional?.displayName ?? labels.nobody)}
                    onPress={() => setFrom(load)}
                  >
                    {labels.transfer}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ActivityPart />
      {from && <TransferDialog from={from} onClose={() => setFrom(undefined)} />}
    </div>
  );
}
