import type { Design } from '../../../shared/model/schema';
import { t } from '../../words/t';
import styles from '../Room.module.css';
import { usePicture } from './use-picture';

/** A design with its figures, to be looked at. */
export function DesignPicture({ design, label }: { readonly design: Design; readonly label: string }) {
  const picture = usePicture(design);
  if (picture.state === 'failed')
    return (
      <p role="status" className={styles.picture}>
        {t('The picture cannot be drawn: {message}', { message: picture.message })}
      </p>
    );
  if (picture.address === null)
    return (
      <div
        role="img"
        aria-busy={picture.state === 'drawing'}
        aria-label={picture.state === 'drawing' ? label : t('{label}: nothing is drawn', { label })}
        className={styles.picture}
      />
    );
  return <img src={picture.address} alt={label} className={styles.picture} draggable={false} />;
}
