/** In the place of packages that only Node needs: whoever calls one of these in a browser has a bug. */
export default undefined;
export const createJiti = undefined;
export const spawnSync = undefined;
