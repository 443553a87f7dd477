/** Sets of positions that are joined two by two. */
export interface DisjointSets {
  readonly join: (a: number, b: number) => void;
  /** The sets in the order of their first members, the members of each rising. */
  readonly groups: () => readonly (readonly number[])[];
}

/** So many positions, each in a set of its own. */
export function apart(count: number): DisjointSets {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = i; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    join(a, b) {
      const one = rootOf(a);
      const other = rootOf(b);
      // The smaller is the root, so that a set is known by its first member.
      parent[Math.max(one, other)] = Math.min(one, other);
    },
    groups() {
      const groups = new Map<number, number[]>();
      for (let i = 0; i < count; i++) {
        const root = rootOf(i);
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [i]);
        else group.push(i);
      }
      return [...groups.values()];
    },
  };
}
