import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon } from './Icon';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly icon?: string;
  /** The label; an icon alone needs `aria-label`, which is also its tooltip. */
  readonly children?: ReactNode;
}

/** The button: 28 px high, submits a form only with `type="submit"`. */
export function Button({ variant = 'plain', icon, children, className, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[variant], children === undefined ? styles.square : '', className];
  const label = rest['aria-label'];
  const tip = children === undefined && label !== undefined ? { 'data-tip': label } : {};
  return (
    <button type="button" {...tip} {...rest} className={classes.filter(Boolean).join(' ')}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </button>
  );
}
