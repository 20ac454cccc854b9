import { acts } from '#messages/milestones';

/** The head of the column of what can be done with a row. */
export const Ahead = () => (
  <th scope="col" role="columnheader">
    <span className="vh">{acts()}</span>
  </th>
);
