/**
 * What the words beside a name say of its part in the sentence:
 * about (about X, Xについて) · on · told (X came up, mention X, Xに触れ) · made (create X, Xを設置) · with · in · to · from · by · visited ·
 * side (X側, the X side) · of-people (X's ministers, Xの大臣) · acts (did X say, Xは…述べ) · outside (other than X) · according (X says) ·
 * beside (another framework is there to be held) · wide (named beside other countries) · pair (stands directly beside another country) ·
 * met (a meeting with X) · who (which X attended) · table (a level that no person has: trilateral) · incl (phone calls included)
 * · heldin (a meeting held in X) · as (as Secretary of State) · framed (a framework is named in the question)
 * group (named beside a framework of the same countries, without "and") · adjoins (directly behind a person, without a particle) ·
 * without (left out as somebody who took part: excluding Korea, 韓国は除いて) · seated (directly before the meeting that it holds: the Japan–U.S.–ROK leaders' summit) ·
 * attends (did X attend, Xは参加し: somebody who took part) · of-country (which American ministers, 米国の閣僚は) · titled (the president of X, Xの大統領)
 */
export type Mark =
  | 'about'
  | 'on'
  | 'told'
  | 'made'
  | 'with'
  | 'in'
  | 'to'
  | 'from'
  | 'by'
  | 'visited'
  | 'side'
  | 'of-people'
  | 'acts'
  | 'outside'
  | 'according'
  | 'beside'
  | 'wide'
  | 'pair'
  | 'met'
  | 'who'
  | 'host'
  | 'stands-for'
  | 'table'
  | 'incl'
  | 'heldin'
  | 'group'
  | 'as'
  | 'framed'
  | 'adjoins'
  | 'of-country'
  | 'titled'
  | 'seated'
  | 'without'
  | 'attends';
