import { consistencyOf } from '../../../shared/analysis/recovery';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { Design } from '../../../shared/model/schema';
import { consistencyNames } from '../../../shared/model/term-names';
import { type Consistency, consistencies } from '../../../shared/model/vocabulary';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import styles from './TargetsTab.module.css';

/** The strongest first, as `consistencies` lists them. */
const strengthOf = (one: Consistency): number => consistencies.indexOf(one);

/** What readers of the design may rely on, and which stores promise less by how they replicate and are read. */
export function ConsistencyTarget({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const wanted = design.system.targets?.consistency;
  const stores = resolvedOf(design).design.nodes.filter(({ behaviour }) => behaviour === 'store');
  const weaker =
    wanted === undefined ? [] : stores.filter((node) => strengthOf(consistencyOf(node)) > strengthOf(wanted));
  const label = t('Consistency');
  return (
    <div className={styles.consistency}>
      <span>{label}</span>
      <Select
        label={label}
        disabled={readOnly}
        muted={wanted === undefined}
        value={wanted ?? ''}
        options={[
          { value: '', title: t('not set') },
          ...consistencies.map((value) => ({ value, title: t(consistencyNames[value]) })),
        ]}
        onChange={(next) =>
          edit(t('Set the consistency target'), [
            {
              op: 'patch-targets',
              patch: { consistency: consistencies.find((one) => one === next) ?? null },
            },
          ])
        }
      />
      {wanted === undefined || stores.length === 0 ? null : <Promises weaker={weaker} all={stores.length} />}
    </div>
  );
}

interface PromisesProps {
  readonly weaker: readonly ResolvedNode[];
  readonly all: number;
}

function Promises({ weaker, all }: PromisesProps) {
  const editor = useEditor();
  if (weaker.length === 0)
    return (
      <span className={styles.verdict} data-verdict="met">
        <Icon name="circle-check" size={14} />
        {t('{all, plural, one {The store promises it.} other {All # stores promise it.}}', { all })}
      </span>
    );
  return (
    <>
      <span className={styles.verdict} data-verdict="missed">
        <Icon name="circle-alert" size={14} />
        {t('{count} of {all, plural, one {# store promises} other {# stores promise}} less:', {
          count: weaker.length,
          all,
        })}
      </span>
      {weaker.map((node) => (
        <button key={node.id} type="button" className={styles.part} onClick={() => showPart(editor, node.id)}>
          {t('{name} ({promise})', { name: node.name, promise: t(consistencyNames[consistencyOf(node)]) })}
        </button>
      ))}
    </>
  );
}
