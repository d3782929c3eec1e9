/** The screens of this room. */
export const accountsRoutes = [] as const;
