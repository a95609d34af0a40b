/** Whether a printed line ends with a sentence's end mark, quotes and brackets after it aside. */
export function endsSentence(line: string): boolean {
  return /[。！？!?…]["”’』」》）)】\]]*\s*$/.test(line.slice(-40));
}

/** Whether what follows a printed line is a paragraph of its own even where lines are broken. */
export function endsParagraph(line: string): boolean {
  return endsSentence(line) || /[：:；;）)]["”’』」]*\s*$/.test(line.slice(-40));
}
