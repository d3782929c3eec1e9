/** The screens of this room. */
export const workRoutes = [] as const;
