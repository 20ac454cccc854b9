// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b378b3fe623fb2ad';
