import type { Lean, MaskedText } from './cues.ts';

/** Strips politeness and asides that carry no question: "could you tell me who …" asks who. */
export function unwrap(text: MaskedText): MaskedText {
  return (
    text
      .replace(/^\W*(?:hi|hello|hey|ok|okay|so|well|um|excuse me|sorry|thanks|thank you)\b[\s,.!]+(?=\S)/, '')
      .replace(
        /^\W*(?:please |kindly )?(?:can|could|would|will) (?:you|i|we) (?:please )?(?:tell|show|give|explain to|remind|let|get|find|see|know|help)(?: me| us)?(?: know)?\b/,
        (found) => (/show|give|find|get|see/.test(found) ? 'show me' : ''),
      )
      .replace(
        /^\W*(?:i(?:'d| would)? (?:want|like|need) to (?:know|see|find out|learn)|do you (?:happen to )?know|any idea|i wonder|i was wondering|tell me(?! about)|let me know|remind me|i'm looking for|looking for)\b/,
        '',
      )
      .replace(/^\W*(?:please|kindly)\b/, '')
      // "Give me the attendees" asks who.
      .replace(
        /^\W*(?:show|give|list|name|find|get|provide)(?: me| us)?(?: all)?(?: of)?(?: the| an?)? (?=(?:names of )?(?:the )?(?:attendees|participants|dates?|locations?|venues?|number|outcomes?|results?|summary|overview|details|sources?|highlights)\b)/,
        '',
      )
      .replace(/\bplease\b|\bthanks?(?: you)?\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** How an English text points back at the question before. */
export function leanOf(masked: MaskedText): Lean {
  if (
    /\b(?:before|prior to) (?:that|it|this|then)\b|\bone before\b|\b(?:the )?previous one\b|\bmeeting before (?:that|it)\b|\btime before\b/.test(
      masked,
    )
  )
    return 'before';
  if (
    /\bafter (?:that|it|this)\b|\bone after\b|\bnext one\b|^\W*(?:and )?(?:then|next|afterwards|what came next|and then)\W*$/.test(
      masked,
    )
  )
    return 'after';
  if (/\b(?:meet|met|talk|speak|gather) again\b|\bsame people\b/.test(masked)) return 'after';
  if (/^\W*(?:and |but |so |then |ok |okay )*(?:only|just|except|excluding|without)\b|\bonly\W*$/.test(masked))
    return 'narrows';
  if (/^\W*(?:and )?which (?:ones? )?(?:were|was) (?:held |done |made )?(?:M|by|in|at|about|on)\b/.test(masked))
    return 'narrows';
  if (/^\W*(?:and )?how many (?:were|was|are)\b|\b(?:of|among) (?:them|those|these)\b/.test(masked)) return 'narrows';
  if (/^\W*(?:and |but )?(?:anything|any mention|something|nothing) (?:about|on|of|regarding|else)\b/.test(masked))
    return 'extends';
  if (
    /^\W*(?:ok |okay |so |then )?(?:and|but|what about|how about|also|plus|or|same for|same but|same question|instead|now|what of)\b/.test(
      masked,
    )
  )
    return 'extends';
  if (/\binstead\b|\bas well\W*$|\btoo\W*$/.test(masked) && masked.length < 50) return 'extends';
  if (
    /\b(?:it|its|they|them|their|theirs|there|those|these|he|she|his|her|him|that (?:meeting|time|one|day|call|summit|F)|this (?:meeting|one|F)|the meeting|the talks|the call|the same|that|this)\b/.test(
      masked,
    )
  )
    return 'subject';
  return 'none';
}
