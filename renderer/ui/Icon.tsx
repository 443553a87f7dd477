import { createElement } from 'react';
import { iconOf } from '../../shared/diagram/icons';

interface IconProps {
  readonly name: string;
  readonly size?: number;
  /** Said by a screen reader; without it the icon is decoration. */
  readonly label?: string;
}

export function Icon({ name, size = 16, label }: IconProps) {
  const drawing = {
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: size < 16 ? 2 : 1.75,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  const lines = iconOf(name).map(([tag, attributes]) =>
    createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
  );
  if (label === undefined)
    return (
      <svg {...drawing} aria-hidden="true">
        {lines}
      </svg>
    );
  return (
    <svg {...drawing} role="img" aria-label={label}>
      {lines}
    </svg>
  );
}
