import { createElement } from 'react';
import { type IconNode, iconOf, isIcon } from '../../shared/diagram/icons';
import { brandLogo } from './brand-logos';
import { useLoaded } from './deferred';

interface IconProps {
  readonly name: string;
  readonly size?: number;
  /** Read out by a screen reader; without it the icon is decoration. */
  readonly label?: string;
}

/** An icon, or the logo of a product. */
export function Icon(props: IconProps) {
  return isIcon(props.name) ? <Drawing {...props} lines={iconOf(props.name)} /> : <BrandLogo {...props} />;
}

function BrandLogo(props: IconProps) {
  const logo = brandLogo(props.name);
  useLoaded(logo, true);
  return <Drawing {...props} lines={logo.lines()} />;
}

function Drawing({ lines, size = 16, label }: IconProps & { readonly lines: IconNode }) {
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
  const elements = lines.map(([tag, attributes]) =>
    createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
  );
  if (label === undefined)
    return (
      <svg {...drawing} aria-hidden="true">
        {elements}
      </svg>
    );
  return (
    <svg {...drawing} role="img" aria-label={label}>
      {elements}
    </svg>
  );
}
