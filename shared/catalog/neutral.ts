import { configFields } from '../model/fields/index';
import { assumed, sourced } from './basis';
import type { Defaults } from './kind';

/**
 * What a field is where neither the document nor the kind has a value: a station of one server that takes no time, one
 * shard with one replica, nothing cached, nothing hot. It also is all that a `custom` component starts from.
 */
export const neutralDefaults: Defaults = Object.fromEntries(
  Object.entries(configFields).flatMap(([name, { neutral }]) => {
    if (neutral === undefined) return [];
    const { value, why, url, range } = neutral;
    return [[name, url === undefined ? assumed(value, why, range) : sourced(value, why, url, range)]];
  }),
) as Defaults;
