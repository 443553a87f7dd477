import type { ResolvedNode } from '../../shared/catalog/resolved';
import { own } from '../../shared/model/own';
import { flowsOf, type Node } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { edit, useDocument } from '../store/document';
import { useReport } from '../store/report';
import { Field } from '../ui/Field';
import { NumberField } from '../ui/NumberField';
import styles from './Inspector.module.css';
import { partName } from './part-names';

/** The hit rate of each read flow that reaches the cache, over the rate of all; shown where more than one does. */
export function HitRates({ node, resolved }: { readonly node: Node; readonly resolved: ResolvedNode }) {
  const design = useDocument((state) => state.design);
  const visits = useReport((state) => state.nodes.get(node.id)?.visits);
  if (design === null) return null;
  const given = node.config?.hitRates ?? {};
  const reads = flowsOf(design).filter(
    (flow) => flow.kind === 'read' && ((own(visits, flow.id) ?? 0) > 0 || own(given, flow.id) !== undefined),
  );
  if (reads.length < 2 && Object.keys(given).length === 0) return null;
  const set = (flow: string, share: number | null): void => {
    const { [flow]: _, ...others } = given;
    const next = share === null ? others : { ...given, [flow]: share };
    const hitRates = Object.keys(next).length === 0 ? null : next;
    edit(
      t('Change the hit rate of {flow} at {name}', { flow: partName(design, flow), name: resolved.name }),
      [{ op: 'patch-config', id: node.id, patch: { hitRates } }],
      { mergeKey: `${node.id}.hitRates.${flow}` },
    );
  };
  return (
    <div className={styles.subfields}>
      {reads.map((flow) => (
        <Field
          key={flow.id}
          label={t('for {flow}', { flow: partName(design, flow.id) })}
          onReset={own(given, flow.id) === undefined ? undefined : () => set(flow.id, null)}
        >
          {(ids) => (
            <NumberField
              {...ids}
              unit="share"
              max={1}
              clearable
              value={own(given, flow.id) ?? null}
              placeholder={resolved.config.hitRate}
              onCommit={(share) => set(flow.id, share)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
