import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { useSingleKeys } from '../app/preferences';
import { searchFor, useSearchText } from '../app/searchText';
import { usePreparation } from '../discharge/usePreparation';
import {
  AlertByIdDocument,
  AlertCountsDocument,
  type AlertLineFragment,
  AlertPageDocument,
  type AlertPageQuery,
  MeDocument,
} from '../gql/graphql';
import { useConnection } from '../graphql/ConnectionContext';
import type { GridCommand } from '../lists/gridKeys';
import { ListGrid } from '../lists/ListGrid';
import { useArrivals } from '../lists/useArrivals';
import { useWindowedList } from '../lists/useWindowedList';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ReasonDialog } from '../ui/ReasonDialog';
import { RefusalDialog } from '../ui/RefusalDialog';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { nextStepOf, takeNextStep } from './AlertActions';
import { alertCells } from './AlertCells';
import { AlertPreview } from './AlertPreview';
import { labels } from './labels.fr';
import { useAlertCommands } from './useAlertCommands';
import { useAlertDetail } from './useAlertDetail';
import { ViewTabs } from './ViewTabs';
import { belongs, isView, views } from './views';

const page = (data: AlertPageQuery) => data.alerts;
const settled = (alert: AlertLineFragment) => alert.status !== 'RAISED';

/** The coordinator's queue. The list never moves under the cursor. */
export default function AlertsPage() {
  const [params] = useSearchParams();
  const asked = params.get('view');
  const view = isView(asked) ? asked : 'toTreat';
  const text = useSearchText();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const mayTake = who?.me.permissions.includes('TREAT_ALERTS') ?? false;
  const title = who && !mayTake ? labels.teamTitle : labels.title;
  usePageTitle(title);
  const [{ data: counted }, recountNow] = useQuery({ query: AlertCountsDocument, requestPolicy: 'cache-and-network' });
  const recount = useCallback(() => recountNow({ requestPolicy: 'network-only' }), [recountNow]);
  const filter = useMemo(
    () => ({ where: text ? { ...views[view].where, text } : views[view].where, order: views[view].order }),
    [view, text],
  );
  const list = useWindowedList(AlertPageDocument, filter, page);
  const [selected, setSelected] = useState<{ index: number; id: string }>();
  const [closing, setClosing] = useState<AlertLineFragment>();
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { client } = useConnection();

  const arrivals = useArrivals({
    changeOf: (item) =>
      item.type === 'ALERT_CHANGED' && item.nodeId
        ? { id: item.nodeId, wanted: item.alert ? belongs(view, item.alert, who?.me.id) : false }
        : undefined,
    arrived: labels.arrived,
    rows: list.rows,
    idle: selected === undefined,
    refresh: list.refresh,
    recount,
  });
  const commands = useAlertCommands(recount);
  const detail = useAlertDetail(selected?.id);
  const tools = usePreparation(detail.alert?.discharge ?? undefined);

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
  const act = (action: GridCommand) => {
    if (action === 'refresh') return refresh();
    if (!current) return;
    if (action === 'open') return void open(current);
    if (!mayTake || commands.busy) return;
    if (action === 'take' && current.status === 'RAISED') send('take', current);
    const read = detail.alert?.id === current.id ? detail.alert : undefined;
    const step = read && nextStepOf(read);
    if (read && step && (action === 'assess' ? step === 'assess' : action === 'confirm' && step !== 'assess'))
      return takeNextStep(read, tools);
    if (action === 'close' && (current.status === 'RAISED' || current.status === 'TAKEN')) setClosing(current);
  };

  return (
    <div className="queue">
      <header className="queue-head">
        <h1>{title}</h1>
        <ViewTabs current={view} own={mayTake} counts={counted?.alertCounts} />
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
            <ListGrid
              label={labels.grid}
              columns={labels.columns}
              cells={alertCells}
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
          <AlertPreview
            {...detail}
            tools={tools}
            mayTake={mayTake}
            busy={commands.busy}
            onTake={() => act('take')}
            onClose={() => act('close')}
            onBack={() => setSelected(undefined)}
          />
        </aside>
      </div>
      {closing && (
        <ReasonDialog
          title={labels.closeTitle}
          what={labels.closeWhat}
          reasonLabel={labels.closeReason}
          missing={labels.closeReasonMissing}
          send={labels.closeForAll}
          onClose={() => setClosing(undefined)}
          onConfirm={(reason) => {
            send('acknowledge', closing, reason);
            setClosing(undefined);
          }}
        />
      )}
      {tools.dialog}
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
