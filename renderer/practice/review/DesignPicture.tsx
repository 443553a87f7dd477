import type { Design } from '../../../shared/model/schema';
import { t } from '../../words/t';
import styles from '../Room.module.css';
import { usePicture } from './use-picture';

/** A design with its figures, to be looked at. */
export function DesignPicture({ design, label }: { readonly design: Design; readonly label: string }) {
  const address = usePicture(design);
  if (address === null)
    return (
      <div role="img" aria-label={t('{label}: nothing is drawn', { label })} className={styles.picture} />
    );
  return <img src={address} alt={label} className={styles.picture} draggable={false} />;
}
