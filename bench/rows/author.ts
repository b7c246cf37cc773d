/** The member in whose name the bench writes: the one whose key it has as `keys.checker`. */
export const author = 'checker-at-hand';
