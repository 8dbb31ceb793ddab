// Stands in for the package of that name, which throws outside a server bundle.
export {}
