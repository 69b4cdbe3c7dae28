import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { useSingleKeys } from '../app/preferences';
import {
  MeDocument,
  RequestCountsDocument,
  type RequestLineFragment,
  RequestPageDocument,
  type RequestPageQuery,
} from '../gql/graphql';
import { type Outcome, textOf } from '../graphql/useCommand';
import type { GridCommand } from '../lists/gridKeys';
import { ListGrid } from '../lists/ListGrid';
import { useArrivals } from '../lists/useArrivals';
import { useWindowedList } from '../lists/useWindowedList';
import { today } from '../records/days';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { RefusalDialog } from '../ui/RefusalDialog';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { BulkAssignDialog } from './BulkAssignDialog';
import { labels } from './labels.fr';
import { QueueFilters } from './QueueFilters';
import { requestCells } from './RequestCells';
import { RequestPreview } from './RequestPreview';
import { TriageDialog } from './TriageDialogs';
import { useRequestDetail } from './useRequestDetail';
import { type TriageDialogName, useTriage } from './useTriage';
import { belongs, filterOf, isFiltered, readAsked, viewNames, writeAsked } from './views';
import './requests.css';

const page = (data: RequestPageQuery) => data.requests;
const isOpen = ({ status }: Pick<RequestLineFragment, 'status'>) => status === 'RECEIVED' || status === 'TAKEN';
const settled = (request: RequestLineFragment) => !isOpen(request);
const dialogOf: Partial<Record<GridCommand, TriageDialogName>> = {
  close: 'refuse',
  duplicate: 'duplicate',
  snooze: 'snooze',
  assign: 'assign',
};

/** Requests for support of the territory: triage, by the keyboard. */
export default function RequestsPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const address = params.toString();
  const asked = useMemo(() => readAsked(new URLSearchParams(address)), [address]);
  const { view } = asked;
  const [text, setText] = useState('');
  const filter = useMemo(() => filterOf(asked, text), [asked, text]);
  const list = useWindowedList(RequestPageDocument, filter, page);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [{ data: counted }, recountNow] = useQuery({
    query: RequestCountsDocument,
    requestPolicy: 'cache-and-network',
  });
  const recount = useCallback(() => recountNow({ requestPolicy: 'network-only' }), [recountNow]);
  const [selected, setSelected] = useState<{ index: number; id: string }>();
  const [picked, setPicked] = useState<ReadonlyMap<string, RequestLineFragment>>(new Map());
  const [dialog, setDialog] = useState<TriageDialogName | 'bulk'>();
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const [failed, setFailed] = useState<Outcome>();
  const detail = useRequestDetail(selected?.id);
  const announce = useAnnounce();
  const mayTake = who?.me.permissions.includes('TREAT_REQUESTS') ?? false;
  const triage = useTriage(
    useCallback(() => {
      detail.retry();
      recount();
    }, [detail.retry, recount]),
  );

  const arrivals = useArrivals({
    changeOf: (item) =>
      item.type === 'REQUEST_CHANGED' && item.nodeId
        ? { id: item.nodeId, wanted: item.request ? belongs(view, item.request, who?.me.id, today()) : false }
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts with nothing selected
  useEffect(() => {
    setSelected(undefined);
    setPicked(new Map());
  }, [filter]);
  // A refreshed list may have the selected request on another row, or no longer.
  useEffect(() => {
    if (!selected || list.rows.get(selected.index)?.id === selected.id) return;
    const found = [...list.rows].find(([, row]) => row.id === selected.id);
    if (found) setSelected({ index: found[0], id: selected.id });
  }, [list.rows, selected]);
  const cells = useCallback(
    (row: RequestLineFragment, now: Date) => requestCells(row, now, picked.has(row.id)),
    [picked],
  );

  const current = detail.request;
  const take = async () => {
    if (!current) return;
    const outcome = await triage.change(current, (base) => triage.take.send(base));
    if (outcome?.kind === 'done') announce(labels.takenNow);
    else if (outcome) setFailed(outcome);
  };
  const undo = async () => {
    const outcome = await triage.undo();
    if (outcome && outcome.kind !== 'done') setFailed(outcome);
  };
  const refresh = () => {
    arrivals.reload();
    recount();
    announce(labels.refreshed);
  };
  const pick = () => {
    const row = selected && list.rows.get(selected.index);
    if (!row || !isOpen(row)) return;
    const next = new Map(picked);
    if (!next.delete(row.id)) next.set(row.id, row);
    setPicked(next);
    announce(labels.picked(next.size));
  };
  const act = (action: GridCommand) => {
    if (action === 'refresh') return refresh();
    if (action === 'open' && current?.subject?.record)
      return navigate(`/personnes/${encodeURIComponent(current.subject.record.id)}`);
    if (!mayTake) return;
    if (action === 'undo') return void undo();
    if (action === 'pick') return pick();
    if (action === 'assign' && picked.size > 0) return setDialog('bulk');
    if (!current || current.id !== selected?.id || !isOpen(current)) return;
    if (action === 'take') return void take();
    const name = dialogOf[action];
    if (name) setDialog(name);
  };
  const counts = counted?.requestCounts;
  const narrowed = isFiltered(asked) || text.trim() !== '';
  return (
    <div className="queue">
      <header className="queue-head requests-head">
        <h1>{labels.title}</h1>
        {mayTake && (
          <Link className="button button-primary" to="/demandes/nouvelle">
            {labels.new}
          </Link>
        )}
        <Button kind={arrivals.waiting > 0 ? 'primary' : 'quiet'} onPress={refresh} keyShortcut="r">
          <Icon name="refresh" /> {arrivals.waiting > 0 ? labels.news(arrivals.waiting) : labels.refresh}
        </Button>
        <nav className="views" aria-label={labels.viewsName}>
          <ul>
            {viewNames
              .filter((name) => mayTake || name !== 'mine')
              .map((name) => (
                <li key={name}>
                  <Link
                    to={writeAsked({ ...asked, view: name })}
                    {...(name === view ? { 'aria-current': 'page' as const } : {})}
                  >
                    {labels.views[name]} <span className="count">{counts ? counts[name] : '–'}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      <QueueFilters
        asked={asked}
        text={text}
        count={list.loaded ? list.count : undefined}
        onAsk={(next) => navigate(writeAsked(next), { replace: true })}
        onText={setText}
      />
      {triage.undoable && (
        <p className="notice queue-search" role="status">
          {labels.undoable(triage.undoable.what)}
          <Button onPress={() => void undo()} keyShortcut="z">
            {labels.undo}
          </Button>
        </p>
      )}
      {picked.size > 0 && (
        <p className="notice queue-search">
          {labels.picked(picked.size)}
          <span>
            <Button onPress={() => setDialog('bulk')} keyShortcut="a">
              {labels.actions.assign}
            </Button>{' '}
            <Button kind="quiet" onPress={() => setPicked(new Map())}>
              {labels.unpick}
            </Button>
          </span>
        </p>
      )}
      <div className={`queue-panes${selected ? ' queue-reading' : ''}`}>
        <div className="queue-list">
          {list.error && !list.loaded ? (
            <Problem retry={list.refresh} />
          ) : !list.loaded ? (
            <Loading lines={8} />
          ) : list.count === 0 ? (
            <Empty icon="check" text={narrowed ? labels.empty.filtered : labels.empty[view]} />
          ) : (
            <ListGrid
              label={labels.grid}
              columns={labels.columns}
              cells={cells}
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
            busy={triage.take.busy}
            onTake={() => void take()}
            onOpen={setDialog}
            onBack={() => setSelected(undefined)}
          />
        </aside>
      </div>
      {dialog && dialog !== 'bulk' && current && (
        <TriageDialog name={dialog} request={current} triage={triage} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'bulk' && (
        <BulkAssignDialog
          requests={[...picked.values()]}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            setPicked(new Map());
            recount();
          }}
        />
      )}
      {failed && (
        <RefusalDialog
          refusal={{ text: textOf(failed) ?? '', retriable: failed.kind === 'lost' }}
          onRetry={() => {
            setFailed(undefined);
            void take();
          }}
          onClose={() => setFailed(undefined)}
        />
      )}
    </div>
  );
}
