export { printable } from '../printable.mjs';
