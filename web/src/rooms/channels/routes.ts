/** The screens of this room. */
export const channelsRoutes = [] as const;
