import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon } from './Icon';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly icon?: string;
  /** Words on the button; an icon alone needs `aria-label`, which also becomes its tooltip. */
  readonly children?: ReactNode;
}

/** The one button of the window: 28 px high, never submits a form unless it says so. */
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
