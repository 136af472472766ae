"use client";
import { createContext, use } from "react";

type Typing = { dirty: boolean; settle: () => void };

export const TypingContext = createContext<Typing>({ dirty: false, settle: () => {} });

/** Whether something was typed that is not sent yet, and how to tell that it was. */
export const useTyping = () => use(TypingContext);
