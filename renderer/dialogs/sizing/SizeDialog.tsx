import { edited } from '../../../shared/edits/edit';
import { message } from '../../../shared/math/message';
import type { SizeProposal } from '../../../shared/rules/size-proposal';
import { perform } from '../../canvas/perform';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { factorText } from '../../words/figures';
import { t } from '../../words/t';
import { Proposal } from './Proposal';
import styles from './SizeDialog.module.css';
import { type SizeState, useSizeProposal } from './use-size-proposal';

/** The cheapest sizes that meet the targets: what would change, what it costs, what no size meets. Taken as one edit. */
export function SizeDialog() {
  const editor = useEditor();
  const load = useView((state) => state.load);
  const readOnly = useDocument((state) => state.readOnly);
  const found = useSizeProposal();
  const proposal = proposalOf(found);
  const changes = proposal?.changes ?? [];
  const close = (): void => editor.setView({ dialog: null });
  const apply = (): void => {
    close();
    const label = message('{count, plural, one {Size # component} other {Size # components}}', {
      count: { count: changes.length },
    });
    perform(editor, edited(label, changes, { select: changedParts(changes) }));
  };
  return (
    <Dialog
      title={t('Size it')}
      size="medium"
      onClose={close}
      scrolls
      footer={
        <>
          <Button onClick={close}>
            {proposal !== null && changes.length === 0 ? t('Close') : t('Cancel')}
          </Button>
          {proposal !== null && changes.length === 0 ? null : (
            <Button variant="primary" disabled={changes.length === 0 || readOnly} onClick={apply}>
              {t('Apply')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.lead}>
        {load === 1
          ? t(
              'The cheapest replicas, scale, shards and partitions that meet every target and raise no finding that was not there.',
            )
          : t(
              'The cheapest replicas, scale, shards and partitions that meet every target at the load {factor} that is shown, and raise no finding that was not there.',
              { factor: factorText(load) },
            )}
      </p>
      <Body found={found} />
    </Dialog>
  );
}

const proposalOf = (found: SizeState): SizeProposal | null =>
  found.state === 'found' && found.result.ok ? found.result.proposal : null;

const changedParts = (changes: SizeProposal['changes']): readonly string[] =>
  changes.flatMap((change) => (change.op === 'patch-config' ? [change.id] : []));

function Body({ found }: { readonly found: SizeState }) {
  if (found.state === 'searching')
    return (
      <div className={styles.progress} role="status">
        <progress className={styles.bar} aria-label={t('Comparing sizes')} />
        {found.compared === 0
          ? t('Comparing sizes…')
          : t('{count, plural, one {# set of sizes} other {# sets of sizes}} compared so far…', {
              count: found.compared,
            })}
      </div>
    );
  if (found.state === 'failed')
    return (
      <p className={styles.progress}>{t('The search took too long or failed. The design is as it was.')}</p>
    );
  if (!found.result.ok)
    return (
      <p className={styles.progress}>
        {t('Sizes follow from figures, and this design has none yet: Problems says what they need.')}
      </p>
    );
  return <Proposal proposal={found.result.proposal} />;
}
