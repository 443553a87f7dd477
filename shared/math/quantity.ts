/**
 * A value that a sentence can carry: plain text, or a number with its quantity, so that formatting stays in one place
 * (`formatQuantity`) and every language prints the same figures.
 */
export type Quantity =
  | string
  | { readonly rps: number }
  | { readonly ms: number }
  | { readonly share: number }
  /** A computed availability, printed with five nines at most. */
  | { readonly availability: number }
  | { readonly count: number }
  | { readonly factor: number }
  | { readonly bytes: number }
  | { readonly seconds: number }
  | { readonly usd: number }
  /** An id of a node, edge, flow or group, shown by its name. */
  | { readonly part: string };

export type Quantities = Readonly<Record<string, Quantity>>;
