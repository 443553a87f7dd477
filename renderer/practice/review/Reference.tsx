import { kindOf } from '../../../shared/catalog/index';
import { type Design, nodesOf } from '../../../shared/model/schema';
import type { Attempt } from '../../../shared/practice/attempt';
import { createDesign } from '../../storage/library';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from '../Room.module.css';
import { DesignPicture } from './DesignPicture';

/** The reference beside the attempt, and which kinds of components one has and the other has not. */
export function Reference({ attempt }: { readonly attempt: Attempt }) {
  const { design, problem } = attempt;
  const rows = differences(design, problem.reference);
  return (
    <>
      <div className={styles.pair}>
        <figure>
          <figcaption>{t('Yours')}</figcaption>
          <DesignPicture design={design} label={t('Your design')} />
        </figure>
        <figure>
          <figcaption>{t('Reference')}</figcaption>
          <DesignPicture design={problem.reference} label={t('Reference design')} />
        </figure>
      </div>
      <div>
        <Button icon="external-link" onClick={() => void createDesign(problem.reference)}>
          {t('Open the reference as a new design')}
        </Button>
      </div>
      <section className={styles.card}>
        <h2>{t('Differences')}</h2>
        {rows.length === 0 ? (
          <p className={styles.muted}>{t('Both have the same kinds of components.')}</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('Component')}</th>
                <th scope="col">{t('Yours')}</th>
                <th scope="col">{t('Reference')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ kind, own, reference }) => (
                <tr key={kind}>
                  <th scope="row">{t(kindOf(kind)?.title ?? kind)}</th>
                  <td>{own}</td>
                  <td>{reference}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

interface Difference {
  readonly kind: string;
  readonly own: number;
  readonly reference: number;
}

/** Kinds of which the two designs have not the same number of components. */
function differences(own: Design, reference: Design): readonly Difference[] {
  const count = (design: Design, kind: string): number =>
    nodesOf(design).filter((node) => node.kind === kind).length;
  const kinds = new Set([...nodesOf(reference), ...nodesOf(own)].map(({ kind }) => kind));
  return [...kinds]
    .map((kind) => ({ kind, own: count(own, kind), reference: count(reference, kind) }))
    .filter((row) => row.own !== row.reference);
}
