import { nodeTitle } from '../../../shared/catalog/node-title';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { own } from '../../../shared/model/own';
import { flowsOf, type Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';

/** The hit rate of each read flow that reaches the cache, over the rate of all; shown where more than one does. */
export function HitRates({ node, resolved }: { readonly node: Node; readonly resolved: ResolvedNode }) {
  const { edit } = useEditor();
  const design = useDocument((state) => state.design);
  const visits = useReport((state) => state.nodes.get(node.id)?.visits);
  if (design === null) return null;
  const set = node.config?.hitRates ?? {};
  const reads = flowsOf(design).filter(
    (flow) => flow.kind === 'read' && ((own(visits, flow.id) ?? 0) > 0 || own(set, flow.id) !== undefined),
  );
  if (reads.length < 2 && Object.keys(set).length === 0) return null;
  const change = (flow: string, share: number | null): void => {
    const { [flow]: _, ...others } = set;
    const next = share === null ? others : { ...set, [flow]: share };
    const hitRates = Object.keys(next).length === 0 ? null : next;
    edit(
      t('Change the hit rate of {flow} at {name}', {
        flow: partName(design, flow),
        name: nodeTitle(resolved, language()),
      }),
      [{ op: 'patch-config', id: node.id, patch: { hitRates } }],
      { mergeKey: `${node.id}.hitRates.${flow}` },
    );
  };
  return (
    <div className={styles.subfields}>
      {reads.map((flow) => (
        <Field
          key={flow.id}
          field="hitRates"
          label={t('for {flow}', { flow: partName(design, flow.id) })}
          onReset={own(set, flow.id) === undefined ? undefined : () => change(flow.id, null)}
        >
          {(ids) => (
            <NumberField
              {...ids}
              unit="share"
              max={1}
              clearable
              value={own(set, flow.id) ?? null}
              placeholder={resolved.config.hitRate}
              onCommit={(share) => change(flow.id, share)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
