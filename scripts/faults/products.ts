// As many that a cart holds thousands: 99 of each.
export const PRODUCTS = Array.from({ length: 192 }, (_, nth) => `pantry-${String(nth + 1).padStart(3, '0')}`)
