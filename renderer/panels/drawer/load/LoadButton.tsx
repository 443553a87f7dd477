import { useEditor } from '../../../store/editors';
import { leastTypedLoad, maxLoad, useView } from '../../../store/view';
import { exactText, factorText } from '../../../words/figures';
import { t } from '../../../words/t';
import styles from './LoadTab.module.css';

/** A load that takes the load slider to it; plain text where the slider does not reach. */
export function LoadButton({ load }: { readonly load: number }) {
  const { setLoad } = useEditor();
  const shown = useView((state) => state.load);
  const factor = factorText(load);
  if (load > maxLoad || load < leastTypedLoad)
    return (
      <span className={styles.factor} data-tip={exactText({ factor: load })}>
        {factor}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.factor}
      aria-pressed={shown === load}
      aria-label={t('Set the load to {factor}', { factor })}
      data-tip={t('Set the load to {factor}', { factor: exactText({ factor: load }) })}
      onClick={() => setLoad(load)}
    >
      {factor}
    </button>
  );
}
