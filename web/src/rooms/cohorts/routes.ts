/** The screens of this room. */
export const cohortsRoutes = [] as const;
