import { Icon } from '../../ui/Icon';
import styles from './TileFace.module.css';

/** A card from far: icon, where it has one, and name on the colour of its layer or state; farther still the icon alone. */
export function TileFace({ name, icon }: { readonly name: string; readonly icon: string | null }) {
  return (
    <span className={styles.tile} aria-hidden="true">
      {icon === null ? null : (
        <span className={styles.icon}>
          <Icon name={icon} size={16} fixed />
        </span>
      )}
      <span className={styles.name}>
        <bdi>{name}</bdi>
      </span>
    </span>
  );
}
