import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { useSingleKeys } from '../app/preferences';
import {
  MeDocument,
  RequestCountsDocument,
  type RequestLineFragment,
  RequestPageDocument,
  type RequestPageQuery,
  TakeRequestDocument,
} from '../gql/graphql';
import { type Outcome, textOf, useCommand } from '../graphql/useCommand';
import type { GridCommand } from '../lists/gridKeys';
import { ListGrid } from '../lists/ListGrid';
import { useArrivals } from '../lists/useArrivals';
import { useWindowedList } from '../lists/useWindowedList';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { RefusalDialog } from '../ui/RefusalDialog';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { requestCells } from './RequestCells';
import { RequestPreview } from './RequestPreview';
import { useRequestDetail } from './useRequestDetail';
import { belongs, filterOf, isView, viewNames } from './views';

const page = (data: RequestPageQuery) => data.requests;
const settled = (request: RequestLineFragment) => request.status !== 'RECEIVED';

/** Requests for support of the territory: most urgent first, then the nearest discharge. */
export default function RequestsPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const asked = params.get('view');
  const view = isView(asked) ? asked : 'received';
  const filter = useMemo(() => ({ where: filterOf(view) }), [view]);
  const list = useWindowedList(RequestPageDocument, filter, page);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [{ data: counts }, recountNow] = useQuery({ query: RequestCountsDocument, requestPolicy: 'cache-and-network' });
  const recount = useCallback(() => recountNow({ requestPolicy: 'network-only' }), [recountNow]);
  const [selected, setSelected] = useState<{ index: number; id: string }>();
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const [failed, setFailed] = useState<{ id: string; outcome: Outcome }>();
  const detail = useRequestDetail(selected?.id);
  const take = useCommand(TakeRequestDocument, (data) => data.takeRequest.errors);
  const announce = useAnnounce();
  const mayTake = who?.me.permissions.includes('TREAT_REQUESTS') ?? false;

  const arrivals = useArrivals({
    changeOf: (item) =>
      item.type === 'REQUEST_CHANGED' && item.nodeId
        ? { id: item.nodeId, wanted: item.request ? belongs(view, item.request) : false }
        : undefined,
    arrived: labels.arrived,
    rows: list.rows,
    idle: selected === undefined,
    refresh: list.refresh,
    recount,
  });
  const choose = useCallback(
    (index: number | undefined) => {
      const row = index === undefined ? undefined : list.rows.get(index);
      setSelected(index === undefined || !row ? undefined : { index, id: row.id });
    },
    [list.rows],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view starts with nothing selected
  useEffect(() => setSelected(undefined), [view]);
  // A refreshed list may have the selected request on another row, or no longer.
  useEffect(() => {
    if (!selected || list.rows.get(selected.index)?.id === selected.id) return;
    const found = [...list.rows].find(([, row]) => row.id === selected.id);
    if (found) setSelected({ index: found[0], id: selected.id });
  }, [list.rows, selected]);

  const send = async (id: string) => {
    setFailed(undefined);
    const outcome = await take.send({ id });
    if (outcome?.kind === 'done') announce(labels.takenNow);
    else if (outcome) setFailed({ id, outcome });
    detail.retry();
    recount();
  };
  const refresh = () => {
    arrivals.reload();
    recount();
    announce(labels.refreshed);
  };
  const act = (action: GridCommand) => {
    if (action === 'refresh') return refresh();
    if (action === 'take' && mayTake && selected && detail.request?.status === 'RECEIVED') void send(selected.id);
  };
  return (
    <div className="queue">
      <header className="queue-head">
        <h1>{labels.title}</h1>
        <nav className="views" aria-label={labels.viewsName}>
          <ul>
            {viewNames.map((name) => (
              <li key={name}>
                <Link
                  to={name === 'received' ? '/demandes' : `/demandes?view=${name}`}
                  {...(name === view ? { 'aria-current': 'page' as const } : {})}
                >
                  {labels.views[name]} <span className="count">{counts ? counts[name].totalCount : '–'}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Button kind={arrivals.waiting > 0 ? 'primary' : 'quiet'} onPress={refresh} keyShortcut="r">
          <Icon name="refresh" /> {arrivals.waiting > 0 ? labels.news(arrivals.waiting) : labels.refresh}
        </Button>
      </header>
      <div className={`queue-panes${selected ? ' queue-reading' : ''}`}>
        <div className="queue-list">
          {list.error && !list.loaded ? (
            <Problem retry={list.refresh} />
          ) : !list.loaded ? (
            <Loading lines={8} />
          ) : list.count === 0 ? (
            <Empty icon="check" text={labels.empty[view]} />
          ) : (
            <ListGrid
              label={labels.grid}
              columns={labels.columns}
              cells={requestCells}
              settled={settled}
              rows={list.rows}
              count={list.count}
              selected={selected?.index}
              changed={arrivals.changed}
              singleKeys={singleKeys}
              onSelect={choose}
              onSee={list.see}
              onAction={act}
            />
          )}
        </div>
        <aside className="preview" aria-label={labels.preview}>
          <RequestPreview
            {...detail}
            mayTake={mayTake}
            busy={take.busy}
            onTake={() => act('take')}
            onBack={() => setSelected(undefined)}
          />
        </aside>
      </div>
      {failed && (
        <RefusalDialog
          refusal={{ text: textOf(failed.outcome) ?? '', retriable: failed.outcome.kind === 'lost' }}
          onRetry={() => void send(failed.id)}
          onClose={() => setFailed(undefined)}
        />
      )}
    </div>
  );
}
