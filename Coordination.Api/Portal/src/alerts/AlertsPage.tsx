import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { useSingleKeys } from '../app/preferences';
import { searchFor, useSearchText } from '../app/searchText';
import { AlertByIdDocument, AlertCountsDocument, type AlertLineFragment, MeDocument } from '../gql/graphql';
import { useConnection } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AlertGrid } from './AlertGrid';
import { AlertPreview } from './AlertPreview';
import { CloseDialog } from './CloseDialog';
import { labels } from './labels.fr';
import { RefusalDialog } from './RefusalDialog';
import { useAlertCommands } from './useAlertCommands';
import { useAlertList } from './useAlertList';
import { useArrivals } from './useArrivals';
import { ViewTabs } from './ViewTabs';
import { isView } from './views';

/** The coordinator's queue. The list never moves under the cursor. */
export default function AlertsPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const asked = params.get('view');
  const view = isView(asked) ? asked : 'toTreat';
  const text = useSearchText();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [{ data: counted }, recountNow] = useQuery({ query: AlertCountsDocument, requestPolicy: 'cache-and-network' });
  const recount = useCallback(() => recountNow({ requestPolicy: 'network-only' }), [recountNow]);
  const list = useAlertList(view, text);
  const [selected, setSelected] = useState<{ index: number; id: string }>();
  const [closing, setClosing] = useState<AlertLineFragment>();
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { client } = useConnection();

  const arrivals = useArrivals({
    view,
    me: who?.me.id,
    rows: list.rows,
    idle: selected === undefined,
    refresh: list.refresh,
    recount,
  });
  const commands = useAlertCommands(recount);

  const choose = useCallback(
    (index: number | undefined) => {
      const row = index === undefined ? undefined : list.rows.get(index);
      setSelected(index === undefined || !row ? undefined : { index, id: row.id });
    },
    [list.rows],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view or search starts with nothing selected
  useEffect(() => setSelected(undefined), [view, text]);
  useEffect(() => {
    if (text && list.loaded) announce(labels.found(list.count, text));
  }, [text, list.loaded, list.count, announce]);
  // A refreshed list may have the selected alert on another row, or no longer.
  useEffect(() => {
    if (!selected || list.rows.get(selected.index)?.id === selected.id) return;
    const found = [...list.rows].find(([, row]) => row.id === selected.id);
    if (found) setSelected({ index: found[0], id: selected.id });
  }, [list.rows, selected]);

  const current = selected && [...list.rows.values()].find((row) => row.id === selected.id);
  const mayTake = who?.me.permissions.includes('TAKE_ALERTS') ?? false;
  const send = (kind: 'take' | 'acknowledge', alert: AlertLineFragment, reason?: string) =>
    void commands.send({
      kind,
      alertId: alert.id,
      commandId: crypto.randomUUID(),
      expectedVersion: alert.version,
      ...(reason === undefined ? {} : { reason }),
    });
  const open = async (alert: AlertLineFragment) => {
    const { data } = await client.query(AlertByIdDocument, { id: alert.id });
    const discharge = data?.alert?.discharge;
    if (discharge) await navigate(`/discharges/${encodeURIComponent(discharge.id)}`);
  };
  const refresh = () => {
    arrivals.reload();
    recount();
    announce(labels.refreshed);
  };
  const act = (action: 'take' | 'close' | 'open' | 'refresh') => {
    if (action === 'refresh') return refresh();
    if (!current) return;
    if (action === 'open') return void open(current);
    if (!mayTake || commands.busy) return;
    if (action === 'take' && current.status === 'RAISED') send('take', current);
    if (action === 'close' && (current.status === 'RAISED' || current.status === 'TAKEN')) setClosing(current);
  };

  return (
    <div className="queue">
      <header className="queue-head">
        <h1>{labels.title}</h1>
        <ViewTabs current={view} counts={counted?.alertCounts} />
        {arrivals.waiting > 0 ? (
          <Button kind="primary" onPress={refresh} keyShortcut="r">
            <Icon name="refresh" /> {labels.news(arrivals.waiting)}
          </Button>
        ) : (
          <Button kind="quiet" onPress={refresh} keyShortcut="r">
            <Icon name="refresh" /> {labels.refresh}
          </Button>
        )}
      </header>
      {text && (
        <p className="notice queue-search">
          {labels.found(list.count, text)}
          <Button kind="quiet" onPress={() => searchFor('')}>
            <Icon name="close" /> {labels.clear}
          </Button>
        </p>
      )}
      <div className={`queue-panes${selected ? ' queue-reading' : ''}`}>
        <div className="queue-list">
          {list.error && !list.loaded ? (
            <Problem retry={list.refresh} />
          ) : !list.loaded ? (
            <Loading lines={8} />
          ) : list.count === 0 ? (
            <Empty icon="check" text={text ? labels.empty.search : labels.empty[view]} />
          ) : (
            <AlertGrid
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
          <AlertPreview
            id={selected?.id}
            mayTake={mayTake}
            busy={commands.busy}
            onTake={() => act('take')}
            onClose={() => act('close')}
            onBack={() => setSelected(undefined)}
          />
        </aside>
      </div>
      <CloseDialog
        open={closing !== undefined}
        onClose={() => setClosing(undefined)}
        onConfirm={(reason) => {
          if (closing) send('acknowledge', closing, reason);
          setClosing(undefined);
        }}
      />
      {commands.failed && (
        <RefusalDialog
          refusal={commands.failed.refusal}
          onRetry={() => commands.failed && void commands.send(commands.failed.command)}
          onClose={commands.dismiss}
        />
      )}
    </div>
  );
}
