import { createElement } from 'react';
import { type IconNode, iconOf, isIcon } from '../../shared/diagram/icons';
import { brandLogo } from './brand-logos';
import { useLoaded } from './deferred';

interface IconProps {
  readonly name: string;
  /** In pixels at the usual size of text, with which it grows. */
  readonly size?: number;
  /** Keeps its pixels whatever the size of text: on a card, whose letters keep theirs. */
  readonly fixed?: boolean;
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

/** Pixels in a rem at the usual size of text. */
const pxPerRem = 16;

function Drawing({ lines, size = 16, fixed = false, label }: IconProps & { readonly lines: IconNode }) {
  const side = fixed ? size : `${size / pxPerRem}rem`;
  const drawing = {
    width: side,
    height: side,
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
