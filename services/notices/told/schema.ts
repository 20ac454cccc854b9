// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '959e50f0eb1f9497';
