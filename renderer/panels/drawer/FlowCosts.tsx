import type { FlowFigures } from '../../../shared/analysis/analysis';
import { useDocument } from '../../store/document';
import { countText, exactText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from './CostTab.module.css';
import { type ChosenFigure, FigureButton } from './CostTable';

interface FlowCostsProps {
  readonly flows: readonly FlowFigures[];
  readonly chosen: ChosenFigure;
  readonly onChoose: (figure: ChosenFigure) => void;
}

/** What a million requests of each flow cost, in US dollars. */
export function FlowCosts({ flows, chosen, onChoose }: FlowCostsProps) {
  const design = useDocument((state) => state.design);
  if (design === null || flows.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{t('US dollars per million requests')}</h2>
      <dl className={styles.flows}>
        {flows.map(({ id, usdPerMillionRequests }) => (
          <div key={id} className={styles.flow}>
            <dt>{partName(design, id)}</dt>
            <dd>
              {usdPerMillionRequests === null ? (
                t('no requests')
              ) : (
                <FigureButton
                  figure={{ part: id, metric: 'usdPerMillionRequests' }}
                  chosen={chosen}
                  onChoose={onChoose}
                  text={countText(usdPerMillionRequests)}
                  exact={exactText({ count: usdPerMillionRequests })}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
