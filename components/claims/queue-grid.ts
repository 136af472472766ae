/** The rows line up as columns where there is room, and stack on a phone. */
export const queueGrid =
  "lg:grid lg:grid-cols-[2.75rem_minmax(0,1fr)_8.5rem_8.5rem_6.5rem_7rem_4.25rem_6rem_9rem] lg:gap-x-3 elder:lg:block";
