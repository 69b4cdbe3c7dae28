import { needToConfirm } from '../discharge/confirmation';
import { labels as preparation } from '../discharge/preparation.labels.fr';
import type { Preparation } from '../discharge/usePreparation';
import type { AlertDetailFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { labels } from './labels.fr';

/** The step that would make an alert go away, by its rule; an alert of another rule has none of its own. */
export type NextStep = 'confirm' | 'reconfirm' | 'assess';

export function nextStepOf(alert: Pick<AlertDetailFragment, 'ruleCode' | 'status'>): NextStep | undefined {
  if (alert.status !== 'RAISED' && alert.status !== 'TAKEN') return undefined;
  switch (alert.ruleCode) {
    case 'AL47':
      return 'assess';
    case 'AL01':
    case 'AL02':
      return 'confirm';
    case 'AL09':
      return 'reconfirm';
  }
  return undefined;
}

/** Does the next step of an alert, from its button or its key. */
export function takeNextStep(alert: AlertDetailFragment, tools: Preparation): void {
  const { discharge } = alert;
  if (!discharge || !tools.allowed) return;
  const step = nextStepOf(alert);
  const moved = discharge.arrangements.find((arrangement) => arrangement.toReconfirm);
  if (step === 'assess') tools.assess();
  else if (step === 'reconfirm' && moved) tools.reconfirm(moved);
  else if (step) tools.confirm(needToConfirm(alert.ruleCode, discharge));
}

interface Props {
  alert: AlertDetailFragment;
  tools: Preparation;
  busy: boolean;
  onTake(): void;
  onClose(): void;
}

/** What can be done about an alert, where it is read, each button with what it does to others. */
export function AlertActions({ alert, tools, busy, onTake, onClose }: Props) {
  const step = alert.discharge && tools.allowed ? nextStepOf(alert) : undefined;
  const need = alert.discharge && needToConfirm(alert.ruleCode, alert.discharge);
  const text = {
    assess: preparation.assess,
    confirm: preparation.confirm,
    reconfirm: need ? preparation.reconfirmNeed(careLabels.needs[need]) : preparation.reconfirm,
  };
  return (
    <div className="preview-actions">
      {alert.status === 'RAISED' && (
        <div>
          <Button kind={step ? 'plain' : 'primary'} wide disabled={busy} onPress={onTake} keyShortcut="e">
            {labels.take}
          </Button>
          <small>{labels.takeScope}</small>
        </div>
      )}
      {step && (
        <div>
          <Button
            kind="primary"
            wide
            disabled={busy || tools.busy}
            onPress={() => takeNextStep(alert, tools)}
            keyShortcut={step === 'assess' ? 'b' : 'c'}
          >
            {text[step]}
          </Button>
          <small>{labels.stepScope[step]}</small>
        </div>
      )}
      {tools.failed && (
        <p className="notice notice-error" role="alert">
          {tools.failed}
        </p>
      )}
      <div>
        <Button wide disabled={busy} onPress={onClose} keyShortcut="x">
          {labels.close}
        </Button>
        <small>{labels.closeScope}</small>
      </div>
    </div>
  );
}
