/** How a binnenbuurt is doing, as its own people say. */
export const neighbourhoodStatuses = ['loopt_goed', 'aandacht', 'slapend', 'in_oprichting'] as const
export type NeighbourhoodStatus = (typeof neighbourhoodStatuses)[number]
